using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Producing;

/// <content>Who is subscribed.</content>
internal sealed partial class ProducerSide<TEvent>
{
    private void On(Subscribe subscribe, IActorRef sender)
    {
        var link = new ConsumerLink(sender, subscribe.Id, subscribe.Options);
        var held = _links.Of(sender).FirstOrDefault(other => other.Seat == Ledger.PartitionOf(link));
        if (held?.Id == subscribe.Id)
        {
            sender.Tell(new Subscribed(held.Id), _self);
            return;
        }

        if (held is not null)
        {
            End(held, held.Handled, failed: 0, DiscardCause.ConsumerRestarted);
        }

        var admission = _links.Find(sender, subscribe.Id) is null
            ? Ledger.Subscribe(link)
            : Admission.Repeated(subscribe.Id);
        if (!admission.IsGranted)
        {
            _log.Rejected(link, admission);
            sender.Tell(new SubscriptionRejected(link.Id, admission.Refusal, admission.Reason ?? ""), _self);
            Advance();
            return;
        }

        _links.Add(link);
        context.Watch(sender);
        _log.Subscribed(link);
        sender.Tell(new Subscribed(link.Id), _self);
    }

    private void On(Cancel cancel, IActorRef sender)
    {
        if (_links.Find(sender, cancel.Id) is { } link)
        {
            var cause = cancel.Reason.Kind == EndKind.Restart
                ? DiscardCause.ConsumerRestarted
                : DiscardCause.ConsumerGone;
            _log.Cancelled(link, cancel.Reason);
            End(link, cancel.Handled, cancel.Failed, cause);
            Advance();
        }
    }

    private bool TryForget(IActorRef gone)
    {
        var seats = _links.GiveUpOn(gone);
        var links = _links.Of(gone).ToList();
        if (seats.Count == 0 && links.Count == 0)
        {
            return false;
        }

        foreach (var seat in seats)
        {
            Ledger.GiveUpOn(seat);
        }

        foreach (var link in links)
        {
            _log.Cancelled(link, EndReason.Failure("terminated"));
            End(link, link.Handled, failed: 0, DiscardCause.ConsumerGone);
        }

        Advance();
        return true;
    }

    // The time to drain is up: what is on its way is nobody's any more.
    private void Abandon()
    {
        _drainage.GiveUp();
        Ledger.CloseDoors();
        foreach (var link in _links.All)
        {
            _log.Cancelled(link, EndReason.Failure("drain deadline"));
            link.Consumer.Tell(new Cancelled(link.Id, EndReason.Shutdown), _self);
            End(link, link.Handled, failed: 0, DiscardCause.Abandoned);
        }
    }

    private void End(ConsumerLink link, long handled, int failed, DiscardCause cause)
    {
        if (cause == DiscardCause.ConsumerRestarted)
        {
            _links.Expect(link.Consumer, link.Seat);
        }

        Carry(Ledger.Cancel(link, handled, failed, cause));
        if (_links.Remove(link))
        {
            context.Unwatch(link.Consumer);
        }
    }
}
