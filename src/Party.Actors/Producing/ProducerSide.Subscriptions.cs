using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Producing;

/// <content>Who is subscribed.</content>
internal sealed partial class ProducerSide<TEvent>
{
    // Letting go of the old subscription calls the stage, which may fail: the new one is answered all the same.
    private void On(Subscribe subscribe, IActorRef sender)
    {
        var link = new ConsumerLink(sender, subscribe.Id, subscribe.Options);
        try
        {
            if (!subscribe.Replacing.IsNone && !Ledger.IsClosedTo(link)
                && _links.Find(sender, subscribe.Replacing) is { IsOpen: true } old)
            {
                Let(sender, old, subscribe.Reason ?? EndReason.Normal);
            }
        }
        finally
        {
            Admit(link, sender);
        }
    }

    private void Admit(ConsumerLink link, IActorRef sender)
    {
        var known = _links.Find(sender, link.Id);
        if (known is { IsOpen: true } && known.Options == link.Options)
        {
            sender.Tell(new Subscribed(known.Id), _self);
            return;
        }

        try
        {
            if (known is null && link.Options.Contradiction is null && !Ledger.IsClosedTo(link)
                && Ledger.ReplacedBy(link) is ConsumerLink held)
            {
                Let(sender, held, EndReason.Replaced);
            }
        }
        finally
        {
            Answer(link, known, sender);
        }
    }

    private void Answer(ConsumerLink link, ConsumerLink? known, IActorRef sender)
    {
        var admission = known is null
            ? Ledger.Subscribe(link)
            : Admission.Repeated(link.Id);
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
        Call(handler => handler.OnSubscribe(link.Public));
        Advance();
    }

    private void On(Cancel cancel, IActorRef sender)
    {
        if (_links.Find(sender, cancel.Id) is not { } link)
        {
            return;
        }

        if (cancel.Phase == CancelPhase.Asked)
        {
            Let(sender, link, cancel.Reason);
        }
        else
        {
            var cause = cancel.Reason.Kind == EndKind.Restart
                ? DiscardCause.ConsumerRestarted
                : IsGivenBack(cancel, link) ? DiscardCause.Abandoned : DiscardCause.ConsumerGone;
            _log.Cancelled(link, cancel.Reason);
            End(link, cancel.Handled, cancel.Failed, cause, cancel.Reason, cancel.Phase == CancelPhase.Down);
        }

        Advance();
    }

    // A stage in the middle found nobody for what it made of events. They come back; but where every consumer got them,
    // there is none for them to come back to, and they must not count as handled.
    private bool IsGivenBack(Cancel cancel, ConsumerLink link)
    {
        if (cancel is not { Phase: CancelPhase.Final, Reason.Kind: EndKind.Shutdown }
            || Ledger.Seating != Seating.Copied || !link.IsRetained)
        {
            return false;
        }

        Ledger.Confirm(link, cancel.Handled);
        if (link.InFlight > 0)
        {
            _drainage.Name(link, Ledger.Partitions);
        }

        return true;
    }

    // The producer has no more for it.
    private void End(ConsumerLink link) => Let(link.Consumer, link, EndReason.Shutdown);

    // The consumer wants no more, and will say how far it came with what it has been sent.
    private void Let(IActorRef sender, ConsumerLink link, EndReason reason)
    {
        _log.Cancelled(link, reason);
        sender.Tell(new Cancelled(link.Id, reason), _self);
        if (link.IsOpen)
        {
            Carry(Ledger.Close(link));
            Call(handler => handler.OnCancel(link.Public, new(reason, IsDown: false)));
        }
    }

    private bool TryForget(IActorRef gone)
    {
        var isExpected = TryGiveUpOn(gone);
        var links = _links.Of(gone);
        if (!isExpected && links.Count == 0)
        {
            return false;
        }

        var reason = EndReason.Failure("terminated");
        EndAll(links, DiscardCause.ConsumerGone, reason, isDown: true);
        Advance();
        return true;
    }

    // A consumer that was restarted subscribes to all it will before it requests anything: no other subscription that
    // it had will be back.
    private void GiveUpOnOthersOf(ConsumerLink link)
    {
        if (_links.IsAnyExpected)
        {
            TryGiveUpOn(link.Consumer);
        }
    }

    private bool TryGiveUpOn(IActorRef consumer)
    {
        var seats = _links.GiveUpOn(consumer);
        foreach (var seat in seats)
        {
            Ledger.GiveUpOn(seat, consumer);
        }

        return seats.Count > 0;
    }

    // The time to drain is up: what is on its way is nobody's any more.
    private void Abandon()
    {
        var links = _links.All;
        _drainage.GiveUp(links, Ledger.Partitions);
        Ledger.CloseDoors();
        var reason = EndReason.Failure("drain deadline");
        foreach (var link in links)
        {
            link.Consumer.Tell(new Cancelled(link.Id, EndReason.Shutdown), _self);
        }

        EndAll(links, DiscardCause.Abandoned, reason, isDown: false);
    }

    // The books of all first: a callback may fail.
    private void EndAll(IReadOnlyList<ConsumerLink> links, DiscardCause cause, EndReason reason, bool isDown)
    {
        var wereOpen = new List<ConsumerLink>();
        foreach (var link in links)
        {
            _log.Cancelled(link, reason);
            if (Strike(link, link.Handled, failed: 0, cause))
            {
                wereOpen.Add(link);
            }
        }

        foreach (var link in wereOpen)
        {
            Call(handler => handler.OnCancel(link.Public, new(reason, isDown)));
        }
    }

    private void End(
        ConsumerLink link, long handled, int failed, DiscardCause cause, EndReason reason, bool isDown)
    {
        if (Strike(link, handled, failed, cause))
        {
            Call(handler => handler.OnCancel(link.Public, new(reason, isDown)));
        }
    }

    // Strikes a subscription off the books, and says whether anything was still handed on to it until now.
    private bool Strike(ConsumerLink link, long handled, int failed, DiscardCause cause)
    {
        if (cause == DiscardCause.ConsumerRestarted)
        {
            _links.Expect(link.Consumer, link.Seat);
        }

        var wasOpen = link.IsOpen;
        Carry(Ledger.Cancel(link, handled, failed, cause));
        if (_links.Remove(link))
        {
            context.Unwatch(link.Consumer);
        }

        return wasOpen;
    }

    /// <summary>Calls the stage as often as it could not be called while its handler waited.</summary>
    public void CallLater()
    {
        while (_handler is { IsBusy: false } && _later.TryDequeue(out var call))
        {
            call();
        }
    }

    private void Call(Action<IProducerHandler> callback)
    {
        if (_handler is not { } handler)
        {
            return;
        }

        if (handler.IsBusy)
        {
            _later.Enqueue(() => Call(callback));
            return;
        }

        var isDone = false;
        Enter();
        try
        {
            callback(handler);
            isDone = true;
        }
        finally
        {
            // What is left to do after a failure is done where the supervisor lets the stage live.
            if (!isDone)
            {
                _ask.Post();
            }

            Leave();
        }
    }
}
