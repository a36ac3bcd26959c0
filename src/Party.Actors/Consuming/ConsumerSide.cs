using Akka.Actor;
using Akka.Event;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Subscriptions;

namespace Party.Actors.Consuming;

/// <summary>
/// The consuming side of a stage: subscribes, requests, hands batches to the handler, and says how far it came.
/// </summary>
/// <remarks>It belongs to one actor: after a restart there is a new one, which subscribes anew.</remarks>
internal sealed class ConsumerSide<TEvent>(IActorContext context, IEventHandler<TEvent> handler)
{
    private readonly Dictionary<SubscriptionId, ProducerLink> _links = [];
    private readonly ConsumerLog _log = new(context.GetLogger());
    private readonly StageSystem _system = StageSystem.Of(context.System);
    private readonly IActorRef _self = context.Self;
    private Unfinished<TEvent>? _unfinished;

    /// <summary>Subscribes; the producer is asked for events when it answers.</summary>
    public SubscriptionId Subscribe(SubscribeTo to)
    {
        var link = new ProducerLink(_system.NextSubscription(), to);
        _links.Add(link.Id, link);
        context.Watch(link.Producer);
        link.Producer.Tell(link.Subscribe(), _self);
        return link.Id;
    }

    /// <summary>Takes a message, if it is one of the protocol.</summary>
    public bool TryReceive(object message, IActorRef sender)
    {
        switch (message)
        {
            case Events events:
                On(events, sender);
                return true;
            case Subscribed subscribed:
                On(subscribed);
                return true;
            case Cancelled cancelled:
                On(cancelled);
                return true;
            case SubscriptionRejected rejected:
                On(rejected);
                return true;
            case Unfinished<TEvent> unfinished:
                On(unfinished);
                return true;
            case Subscribe subscribe:
                Refuse(subscribe, sender);
                return true;
            case Terminated { ActorRef: var gone } when IsProducer(gone):
                On(gone);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Ends every subscription from this side, saying how far its events were handled.</summary>
    public void Leave(EndReason reason)
    {
        foreach (var link in _links.Values)
        {
            var failed = _unfinished?.Link == link ? _unfinished.Failed : 0;
            link.Producer.Tell(new Cancel(link.Id, reason, link.Ledger.Handled, failed), _self);
        }

        _links.Clear();
    }

    private void On(Events events, IActorRef sender)
    {
        if (!_links.TryGetValue(events.Id, out var link))
        {
            // What lay in the mailbox of a subscription that has ended. Its producer has counted it already.
            sender.Tell(new Cancel(events.Id, EndReason.Failure("unknown subscription")), _self);
        }
        else if (events is not Events<TEvent> fitting)
        {
            _log.WrongType(link, events, typeof(TEvent));
            End(link, EndReason.Failure("wrong type of event"));
        }
        else if (link.Ledger.Receive(events.First, events.Count) is { IsPlain: false } arrival)
        {
            On(fitting, link, arrival);
        }
        else
        {
            Handle(fitting, link, done: 0);
        }
    }

    private void On(Events<TEvent> events, ProducerLink link, Arrival arrival)
    {
        _log.Irregular(link, arrival);
        if (arrival.Missing > 0)
        {
            End(link, EndReason.Failure("events are missing"));
            Subscribe(link.To);
        }
        else
        {
            Handle(events, link, arrival.Repeated);
        }
    }

    // Work first, request after, batch by batch.
    private void Handle(Events<TEvent> events, ProducerLink link, int done)
    {
        var size = 0;
        var isDone = false;
        try
        {
            for (; done < events.Count; done += size)
            {
                size = Math.Min(link.Ledger.BatchSize, events.Count - done);
                handler.HandleEvents(events.Span.Slice(done, size));
                Handled(link, size);
            }

            isDone = true;
        }
        finally
        {
            if (!isDone)
            {
                _unfinished = new(link, events, done, size);
                _self.Tell(_unfinished, _self);
            }
        }

        events.Return();
    }

    private void Handled(ProducerLink link, int count)
    {
        var demand = link.Ledger.Handle(count);
        if (demand > 0)
        {
            link.Producer.Tell(link.Request(demand), _self);
        }
    }

    // The stage was resumed: the batch that failed counts as handled.
    private void On(Unfinished<TEvent> unfinished)
    {
        if (ReferenceEquals(unfinished, _unfinished))
        {
            _unfinished = null;
            Handled(unfinished.Link, unfinished.Failed);
            Handle(unfinished.Events, unfinished.Link, unfinished.Done + unfinished.Failed);
        }
    }

    private void On(Subscribed subscribed)
    {
        if (_links.TryGetValue(subscribed.Id, out var link) && link.Ledger.Granted == 0)
        {
            _log.Subscribed(link);
            link.Producer.Tell(link.Request(link.Ledger.Begin()), _self);
        }
    }

    private void On(Cancelled cancelled)
    {
        if (_links.TryGetValue(cancelled.Id, out var link))
        {
            End(link, EndReason.Normal);
            React(link, cancelled.Reason);
        }
    }

    private void On(SubscriptionRejected rejected)
    {
        if (_links.TryGetValue(rejected.Id, out var link))
        {
            End(link, EndReason.Normal);
            React(link, rejected.Refusal == Refusal.Draining ? EndReason.Shutdown : EndReason.Failure(rejected.Reason));
        }
    }

    private void On(IActorRef gone)
    {
        foreach (var link in _links.Values.Where(link => link.Producer.Equals(gone)).ToList())
        {
            End(link, EndReason.Normal);
            React(link, EndReason.Failure("the producer is gone"));
        }
    }

    private void Refuse(Subscribe subscribe, IActorRef sender) => sender.Tell(
        new SubscriptionRejected(
            subscribe.Id, Refusal.NoProducer, $"Expected a producer, got {_self.Path}, which only consumes. Subscribe to another."),
        _self);

    private void End(ProducerLink link, EndReason reason)
    {
        _log.Ended(link, reason);
        _links.Remove(link.Id);
        link.Producer.Tell(new Cancel(link.Id, reason, link.Ledger.Handled), _self);
        if (!IsProducer(link.Producer))
        {
            context.Unwatch(link.Producer);
        }
    }

    private bool IsProducer(IActorRef stage) => _links.Values.Any(link => link.Producer.Equals(stage));

    // GenStage's table of cancel modes; a failure is thrown, so that the supervisor decides.
    private void React(ProducerLink link, EndReason reason)
    {
        switch (link.Mode)
        {
            case CancelMode.Permanent when reason.IsBenign:
                context.Stop(_self);
                break;
            case CancelMode.Permanent or CancelMode.Transient when !reason.IsBenign:
                throw new SubscriptionEndedException(link.Producer, reason);
            default:
                break;
        }
    }
}
