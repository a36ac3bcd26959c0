using Akka.Actor;
using Akka.Event;
using Party.Actors.Awaiting;
using Party.Actors.Producing;
using Party.Actors.Protocol;
using Party.Demand.Delivering;

namespace Party.Actors.Consuming;

/// <summary>
/// The consuming side of a stage: subscribes, requests, hands batches to the handler, and says how far it came.
/// </summary>
/// <remarks>It belongs to one actor: after a restart there is a new one, which subscribes anew.</remarks>
internal sealed partial class ConsumerSide<TEvent>(IActorContext context, IEventHandler<TEvent> handler)
{
    private ProducerLinks _links = new();

    // What came while the stage could not handle it, in order: events, ends of subscriptions, messages. Null where
    // nothing ever did.
    private Queue<object>? _waiting;
    private readonly ConsumerLog _log = new(context.GetLogger());
    private readonly StageSystem _system = StageSystem.Of(context.System);
    private readonly IActorRef _self = context.Self;
    private Unfinished<TEvent>? _unfinished;

    // Events for a handler that waits, of which it has handled none or the first batches.
    private Unfinished<TEvent>? _rest;

    /// <summary>The subscription whose events are being handled; null while none are.</summary>
    public ProducerSubscription? From { get; private set; }

    /// <summary>How often the events being handled have been handed on now.</summary>
    public int Attempt { get; private set; }

    /// <summary>The sequence number of the first event being handled.</summary>
    public long Number { get; private set; }

    /// <summary>How many events are being handled.</summary>
    public int Size { get; private set; }

    /// <summary>
    /// The batch that is being handled, where what is made of it has to be confirmed first; null where it has not.
    /// </summary>
    public Origin? Batch { get; private set; }

    /// <summary>Whether nothing waits to be handled.</summary>
    public bool IsIdle => _waiting is not { Count: > 0 } && _rest is null;

    /// <summary>The reason of a producer that this stage stops with; null while it does not.</summary>
    public EndReason? StopReason { get; private set; }

    /// <summary>What runs handlers that wait; null until one has run.</summary>
    public Handling? Handling { get; private set; }

    /// <summary>Whether a handler runs that waits.</summary>
    public bool IsBusy => Handling is { IsBusy: true };

    private bool IsReady =>
        Handling?.IsReady != false && _unfinished is null && handler.IsReady && !handler.IsStopping;

    /// <summary>Takes a message, if it is one of the protocol.</summary>
    public bool TryReceive(object message, IActorRef sender)
    {
        switch (message)
        {
            case Events events:
                On(events, sender);
                return true;
            case Subscribed subscribed when IsBusy:
                Enqueue(subscribed);
                return true;
            case Subscribed subscribed:
                On(subscribed);
                return true;
            case Cancelled cancelled:
                On(cancelled, sender);
                return true;
            case SubscriptionRejected rejected:
                On(rejected);
                return true;
            case SayWhenHandled say:
                On(say);
                return true;
            case Unfinished<TEvent> unfinished:
                On(unfinished);
                return true;
            case MakeSubscription make:
                On(make, sender);
                return true;
            case EndSubscription end:
                Cancel(end.Id, end.Reason);
                return true;
            case Reminder reminder when reminder == _say:
                SayAll();
                return true;
            case Reminder reminder when reminder == _drainLimit:
                GiveUpDraining();
                return true;
            case Reminder when !handler.IsEmitting:
                // Of the actor before a restart.
                return true;
            case PrepareToDrain prepare:
                On(prepare, sender);
                return true;
            case Drain drain when !handler.IsEmitting:
                On(drain, sender);
                return true;
            case Retry retry:
                On(retry);
                return true;
            case ActorIdentity { MessageId: string id } identity when Wish.IsInquiry(id):
                On(identity);
                return true;
            case Terminated { ActorRef: var gone } when IsProducer(gone):
                On(gone);
                return true;
            default:
                return Handling?.TryReceive(message) ?? message is Continue or HandlingEnded;
        }
    }

    /// <summary>Takes a message that is meant for a producer: it is said, and ignored or refused.</summary>
    public bool TryRefuse(object message, IActorRef sender)
    {
        switch (message)
        {
            case Subscribe subscribe:
                Refuse(subscribe, sender);
                return true;
            case Inform inform:
                Inform(inform, sender);
                return true;
            case EstimateBuffered:
                _log.Misdirected(message, sender);
                sender.Tell(new BufferedEstimate(0), _self);
                return true;
            case GetDemandMode or PausePartition or ResumePartition or ChangePartitions:
                _log.Misdirected(message, sender);
                sender.Tell(new Status.Failure(WrongRole.OnlyConsumes(_self)), _self);
                return true;
            case Protocol.Request or Protocol.Confirm or Protocol.Reject or SetDemandMode or BeginWatch:
                _log.Misdirected(message, sender);
                return true;
            case Protocol.Cancel:
                return true;
            default:
                return false;
        }
    }

    /// <summary>Goes on with what waits, as far as the stage may.</summary>
    public void Work()
    {
        while (!IsIdle && IsReady)
        {
            switch (TakeWaiting())
            {
                case Unfinished<TEvent> rest:
                    HandleInTurn(rest);
                    break;
                case Arrived<TEvent> arrived:
                    Handle(arrived.Events, arrived.Link);
                    break;
                case Ended ended:
                    Conclude(ended.Link, ended.Cancellation);
                    break;
                case Subscribed subscribed:
                    On(subscribed);
                    break;
                case var message:
                    handler.OnDue(message);
                    break;
            }
        }

        AnswerIfDrained();
    }

    private object TakeWaiting()
    {
        if (_rest is not { } rest)
        {
            return _waiting!.Dequeue();
        }

        _rest = null;
        return rest;
    }

    /// <summary>Lets a message come to the stage when all that waits to be handled has been.</summary>
    /// <returns>False where nothing waits, and the message was not taken.</returns>
    public bool TryInform(object message)
    {
        if (IsIdle)
        {
            return false;
        }

        Enqueue(message);
        return true;
    }

    private void Enqueue(object message) => (_waiting ??= []).Enqueue(message);

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
        else if (IsIdle && IsReady)
        {
            Handle(fitting, link);
            Work();
        }
        else
        {
            Enqueue(new Arrived<TEvent>(link, fitting));
        }
    }

    private void Handle(Events<TEvent> events, ProducerLink link)
    {
        link.Proved();
        var arrival = link.Ledger.Receive(events.First, events.Count);
        if (!arrival.IsPlain)
        {
            _log.Irregular(link, arrival);
        }

        if (arrival.Missing > 0)
        {
            End(link, EndReason.Failure("events are missing"));
            Pursue(link.Wish);
        }
        else if (handler.IsAsync)
        {
            KeepRest(link, events, arrival.Repeated);
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
            for (; done < events.Count && !handler.IsStopping; done += size)
            {
                size = Math.Min(link.BatchSize, events.Count - done);
                Begin(link, events, size);
                handler.HandleEvents(events.Span.Slice(done, size));
                Handled(link, size);
            }

            isDone = true;
        }
        finally
        {
            StopHandling(link, isDone ? null : new(link, events, done, size));
        }

        events.GiveBack();
    }

    private void Begin(ProducerLink link, Events events, int size)
    {
        From = link.Public;
        Attempt = events.Attempt;
        Size = size;
        Number = link.Ledger.Handled + 1;
        Batch = link.Batches?.Begin(Number, size);
        if (link.IsByHand)
        {
            Keep(link.Id, size);
        }

        if (link.HasBudget)
        {
            StartBudget(link, Number, size);
        }
    }

    private void StopHandling(ProducerLink link, Unfinished<TEvent>? unfinished)
    {
        EndBudget();
        From = null;
        Attempt = 0;
        if (unfinished is not null && !_isLeaving)
        {
            _unfinished = unfinished;
            _self.Tell(unfinished, _self);
        }
        else if (!link.IsByHand)
        {
            SayNews(link);
        }
    }

    private void Handled(ProducerLink link, int count)
    {
        EndBudget();
        var demand = link.Ledger.Handle(count);
        Batch?.Close();
        Batch = null;
        if (link.IsOver || link.IsLeaving || link.Children is not null || handler.IsStopping || _isLeaving)
        {
            return;
        }

        if (demand > 0)
        {
            link.Producer.Tell(link.Request(demand), _self);
        }
        else if (link.IsManual)
        {
            link.Producer.Tell(link.Confirm(), _self);
        }
    }

    // The stage was resumed: the batch that failed counts as handled.
    private void On(Unfinished<TEvent> unfinished)
    {
        if (!ReferenceEquals(unfinished, _unfinished))
        {
            return;
        }

        _unfinished = null;
        FinishAll(unfinished);
        Handled(unfinished.Link, unfinished.Failed);
        var done = unfinished.Done + unfinished.Failed;
        if (handler.IsAsync)
        {
            KeepRest(unfinished.Link, unfinished.Events, done);
            StopHandling(unfinished.Link, unfinished: null);
        }
        else
        {
            Handle(unfinished.Events, unfinished.Link, done);
        }

        Work();
    }

    private void Inform(Inform inform, IActorRef sender)
    {
        if (!TryInform(inform.Message))
        {
            _self.Tell(inform.Message, sender);
        }

        if (inform.IsAnswered)
        {
            sender.Tell(Informed.Instance, _self);
        }
    }
}
