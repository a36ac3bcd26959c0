using Akka.Actor;
using Akka.Event;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;

namespace Party.Actors.Producing;

/// <summary>
/// The producing side of a stage: takes the protocol's messages, asks the ledger, and carries out its answer.
/// </summary>
/// <remarks>
/// It belongs to the stage's reference, not to the actor behind it: it outlives a restart, with every subscription, all
/// demand, and every event that is parked or owed.
/// </remarks>
internal sealed partial class ProducerSide<TEvent>(IActorContext context, ProducerOptions<TEvent> options)
{
    // So many events are worth a step of their own, rather than being copied.
    private const int Many = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConsumerLinks _links = new();
    private readonly Emitted<TEvent> _emitted = new();
    private readonly ProducerLog<TEvent> _log = new(context.GetLogger());
    private readonly Drainage _drainage = new(context);
    private readonly Reminder _ask = new(context, "ask");
    private readonly Reminder _askAgain = new(context, "ask again");
    private readonly Reminder _patience = new(context, "somebody is missing");
    private readonly IActorRef _self = context.Self;
    private IDemandHandler? _handler;
    private bool _isCollecting;

    // The partition whose consumer has been missed lately, or −1.
    private int _missed = -1;

    /// <summary>The books.</summary>
    public ProducerLedger<TEvent> Ledger { get; } = new(options.Dispatcher, options.Buffer);

    /// <summary>Whether the stage is asked for nothing any more.</summary>
    public bool IsDraining => _drainage.HasBegun;

    /// <summary>The stage's actor is another one from now on. What it owes, it has forgotten.</summary>
    public void Restart(IDemandHandler handler)
    {
        Start(handler);
        _askAgain.Post();
    }

    /// <summary>The stage's actor.</summary>
    public void Start(IDemandHandler handler) => _handler = handler;

    /// <summary>Takes a message, if it is one of the protocol.</summary>
    public bool TryReceive(object message, IActorRef sender)
    {
        switch (message)
        {
            case Request request:
                On(request, sender);
                return true;
            case Confirm confirm when _links.Find(sender, confirm.Id) is { } link:
                Ledger.Confirm(link, confirm.UpTo);
                return true;
            case Reminder reminder:
                On(reminder);
                return true;
            case Subscribe subscribe:
                On(subscribe, sender);
                return true;
            case Cancel cancel:
                On(cancel, sender);
                return true;
            case Drain drain:
                On(drain, sender);
                return true;
            case Terminated { ActorRef: var gone } when TryForget(gone):
                return true;
            default:
                return message is Confirm;
        }
    }

    /// <summary>Takes an event from the stage: at once, or at the end of the callback that is running.</summary>
    public void Emit(TEvent item)
    {
        _emitted.Add(item);
        if (!_isCollecting)
        {
            Flush();
        }
    }

    /// <summary>Takes events from the stage: many at once, few like single ones.</summary>
    public void Emit(ReadOnlySpan<TEvent> items)
    {
        if (_emitted.IsEmpty && items.Length >= Many)
        {
            Receive(items);
            return;
        }

        _emitted.Add(items);
        if (!_isCollecting)
        {
            Flush();
        }
    }

    /// <summary>A callback of the stage begins: what it emits is collected.</summary>
    public void Enter() => _isCollecting = true;

    /// <summary>A callback of the stage has ended, well or not: what it emitted is handed on.</summary>
    public void Leave()
    {
        _isCollecting = false;
        Flush();
    }

    /// <summary>The stage stops: every subscription ends, and what was not handed on is lost, and said so.</summary>
    /// <returns>The last books.</returns>
    public ProducerBooks Stop(EndReason reason)
    {
        foreach (var link in _links.All)
        {
            link.Consumer.Tell(new Cancelled(link.Id, reason), _self);
        }

        var books = Ledger.Balance();
        _log.Stopped(books);
        return books;
    }

    private void On(Request request, IActorRef sender)
    {
        if (_links.Find(sender, request.Id) is not { } link)
        {
            _log.UnknownSubscription(request, sender, _links.Of(sender));
            sender.Tell(new Cancelled(request.Id, EndReason.Failure("unknown subscription")), _self);
        }
        else if (request.Count < 1)
        {
            _log.NoDemand(request, link);
        }
        else
        {
            Ledger.Confirm(link, request.Confirmed);
            Carry(Ledger.Request(link, request.Count, request.Total));
            Advance();
        }
    }

    // After every step: what waits is served first, then the producer is asked, or the drain goes on.
    private void Advance()
    {
        ServeBuffer();
        Produce(Ledger.Ask());
        _drainage.Advance(Ledger, _links);
    }

    // A consumer may be late, above all at the start; only one that stays away is worth a word.
    private void Miss(int partition)
    {
        if (partition >= 0 && partition != _missed)
        {
            _patience.PostIn(Patience);
        }

        _missed = partition;
    }

    private void Produce(DemandIncrement demand)
    {
        if (demand.Total == 0 || _handler is not { } handler)
        {
            return;
        }

        var isDone = false;
        Enter();
        try
        {
            handler.HandleDemand(demand);
            isDone = true;
        }
        finally
        {
            // What was emitted before a failure counts; the rest is still owed, and is asked for again.
            Leave();
            if (!isDone)
            {
                _askAgain.Post();
            }
        }
    }

    private void Flush()
    {
        if (_emitted.IsEmpty)
        {
            return;
        }

        try
        {
            Receive(_emitted.Events);
        }
        finally
        {
            _emitted.Clear();
        }
    }

    private void Receive(ReadOnlySpan<TEvent> events)
    {
        Carry(Ledger.Receive(events));
        ServeBuffer();
        if (Ledger.Unasked > 0)
        {
            _ask.Post();
        }
    }

    private void ServeBuffer()
    {
        while (Ledger.TryServeBuffer(out var dispatch))
        {
            Carry(dispatch);
        }
    }

    private void Carry(Dispatch<TEvent> dispatch)
    {
        foreach (var (to, first, events) in dispatch.Deliveries)
        {
            ((ConsumerLink)to).Consumer.Tell(new Events<TEvent>(to.Id, first, events), _self);
        }

        foreach (var setAside in dispatch.SetAside)
        {
            _log.SetAside(setAside);
        }

        Miss(Ledger.WaitsForConsumerOf);
        if (dispatch.Overflow is { } partition)
        {
            throw new ParkFullException(
                $"Expected at most {options.Dispatcher.ParkLimit} parked events in partition {partition}, got one more. "
                + "Raise park-limit, or choose another park-policy. The event was discarded.");
        }
    }

    private void On(Reminder reminder)
    {
        reminder.Arrived();
        if (reminder == _askAgain)
        {
            Produce(Ledger.AskAgain());
        }
        else if (reminder == _drainage.Deadline)
        {
            Abandon();
        }
        else if (reminder == _patience && _missed >= 0 && _missed == Ledger.WaitsForConsumerOf)
        {
            _log.Misses(Ledger.Partitions[_missed], Patience);
        }

        Advance();
    }

    private void On(Drain drain, IActorRef sender)
    {
        Ledger.Drain();
        _drainage.Begin(sender);
        if (drain.Deadline != Timeout.InfiniteTimeSpan)
        {
            _drainage.Deadline.PostIn(drain.Deadline);
        }

        Advance();
    }
}
