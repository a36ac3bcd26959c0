using System.Diagnostics;
using Party.Demand.Buffering;
using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Partitions.Moving;

namespace Party.Demand.Ledgers;

/// <summary>A producer's books: its dispatcher and its buffer together, and what became of every event.</summary>
/// <remarks>
/// <para>
/// The stage that owns it carries out what every call returns, in order; then, as long as there is any, it carries out
/// <see cref="TryServe"/>; then it asks its producer for <see cref="Ask"/>. So what waits is served before anything is
/// asked upstream.
/// </para>
/// <para>
/// Events that were asked for and that nobody takes any more, since their consumer has left, are held: they are never
/// dropped. Events that nobody asked for are buffered, and dropped when the buffer is full.
/// </para>
/// <para>It outlives a restart of the stage: subscriptions, demand, parked and owed events stay.</para>
/// <para>Law 2: asked + uninvited = received + owed. Law 3: see <see cref="ProducerBooks"/>.</para>
/// </remarks>
[DebuggerDisplay("Received = {_received}, Buffered = {_buffer.Count}, Dispatcher = {_dispatcher}")]
public sealed partial class ProducerLedger<TEvent>
{
    private readonly DispatcherOptions<TEvent> _options;
    private readonly IDispatcher<TEvent> _dispatcher;
    private readonly EventBuffer<TEvent> _buffer;

    // Asked for, and left over when it came. All of it is older than what is buffered.
    private readonly WaitingEvents<TEvent> _held = new(new());
    private readonly List<Postponed<TEvent>> _postponed = [];
    private readonly Seats _seats;
    private readonly DeliveryLedger<TEvent> _delivery;
    private long _received;
    private long _copied;
    private long _filtered;
    private bool _isDraining;
    private bool _isClosed;

    // The partition that kept the stage from being flushed when that was last asked.
    private int _unflushed;

    /// <summary>Books with nothing in them.</summary>
    /// <exception cref="ArgumentException">The options contradict each other, or a selector is missing.</exception>
    public ProducerLedger(DispatcherOptions<TEvent> dispatcher, EventBufferOptions buffer)
    {
        _options = dispatcher;
        _dispatcher = dispatcher.Build();
        _buffer = new(buffer);
        _seats = new(_dispatcher.Partitions.Count);
        _delivery = new(_dispatcher);
        _changing = _dispatcher as IChangingPartitions<TEvent>;
    }

    /// <summary>The partitions.</summary>
    public PartitionNames Partitions => _dispatcher.Partitions;

    /// <summary>Who may get what a consumer was sent and did not confirm.</summary>
    public Seating Seating => _dispatcher.Seating;

    /// <summary>Whether demand, and what is emitted, flows or waits.</summary>
    public DemandMode Mode { get; set; }

    /// <summary>Asked of the producer and not yet received.</summary>
    public long Owed => _dispatcher.Owed;

    /// <summary>Demand for <see cref="Ask"/> to ask for; 0 while draining.</summary>
    public long Unasked => _isDraining ? 0 : _dispatcher.Unasked;

    /// <summary>Events that wait in the stage for demand, none of which has a partition yet.</summary>
    public int Waiting => _dispatcher.Held + _held.Count + _buffer.Count;

    /// <summary>
    /// Whether everything that can be handed on has been: what is left waits for partitions without a consumer.
    /// </summary>
    public bool IsFlushed => IsPlaced
        && (_delivery.Returned == 0 || !_delivery.ReturnedBySeat.Any(one => IsServed(one.Seat)))
        && !IsAnyParkedForSomebody();

    /// <summary>Whether anything can still be handed on to anybody.</summary>
    public bool IsAnyOpen => _seats.Open > 0;

    /// <summary>Whether anything is delivered at least once, or made of what is.</summary>
    public bool IsDelivering => _delivery.IsActive;

    /// <summary>Whether all that is delivered at least once, and was handed on, is confirmed.</summary>
    public bool IsConfirmed => !_delivery.IsActive || _delivery.IsSettled;

    /// <summary>Whether the producer emitted events that wait until demand is forwarded.</summary>
    public bool IsAnyPostponed => _postponed.Exists(static postponed => postponed.Events.Length > 0);

    /// <summary>
    /// Whether anything that was handed on is still to be confirmed, so that it may come back.
    /// </summary>
    public bool IsUnconfirmed => _delivery.IsAnyUnconfirmed;

    /// <summary>
    /// The index of the partition without a consumer that the producer waits for, since its park is full; or −1.
    /// </summary>
    public int WaitsForConsumerOf =>
        _dispatcher.HeldFor is >= 0 and var partition && !_seats.IsServed(partition) ? partition : -1;

    /// <summary>Enters events that the producer emitted: they are handed on, or wait.</summary>
    /// <param name="events">The events, in order.</param>
    /// <param name="origin">What they were made of; null where nobody wants to know.</param>
    public Dispatch<TEvent> Receive(ReadOnlySpan<TEvent> events, Origin? origin = null)
    {
        _received += events.Length;
        _keys?.Add(events);
        if (origin is not null)
        {
            origin.Add(events.Length);
            _delivery.Watch();
        }

        if (Mode == DemandMode.Accumulate && !events.IsEmpty)
        {
            _postponed.Add(new(events, origin));
            return default;
        }

        return Place(events, origin);
    }

    /// <summary>Lets a message wait behind every event that waits now.</summary>
    public Dispatch<TEvent> Inform(object message)
    {
        if (_buffer.Count > 0)
        {
            _buffer.Inform(message);
        }
        else if (_held.Count > 0)
        {
            _held.Add(new WaitingInfo(message));
        }
        else
        {
            return _dispatcher.Inform(message);
        }

        return default;
    }

    /// <summary>Goes on with what waits: hands it on as far as there is demand, and releases messages.</summary>
    /// <returns>Whether there was anything to go on with.</returns>
    public bool TryServe(out Dispatch<TEvent> dispatch)
    {
        if (_delivery.IsActive && _delivery.TryServe(out dispatch))
        {
            Count(dispatch);
            return true;
        }

        if (_isStirred && TrySettle(out dispatch))
        {
            return true;
        }

        if (_held.TryTakeDue(out var info))
        {
            dispatch = _dispatcher.Inform(info.Message);
            return true;
        }

        if (_held.Count > 0)
        {
            return TryOffer(_held.NextRun, areHeld: true, out dispatch);
        }

        if (_buffer.TryTakeDue(out var message))
        {
            dispatch = _dispatcher.Inform(message);
            return true;
        }

        if (_buffer.Count > 0)
        {
            return TryOffer(_buffer.NextRun, areHeld: false, out dispatch);
        }

        dispatch = default;
        return false;
    }

    /// <summary>What to ask the producer for now; it is owed from then on.</summary>
    public DemandIncrement Ask()
    {
        if (_isDraining)
        {
            return default;
        }

        var demand = _dispatcher.Ask();
        _asked += demand.Total;
        return Forward(demand);
    }

    /// <summary>What is owed already, to be asked of a producer that has forgotten it.</summary>
    public DemandIncrement AskAgain()
    {
        if (_isDraining)
        {
            return default;
        }

        // It is all that is owed, so that what waited of it need not wait as well.
        _postponed.RemoveAll(static postponed => postponed.Demand.Total > 0);
        return Forward(_dispatcher.AskAgain());
    }

    /// <summary>
    /// Takes out all that waited for demand to be forwarded: the events, which are older than what the producer makes
    /// next, and then what it is to be asked for; see <see cref="Resume"/>.
    /// </summary>
    public IReadOnlyList<Postponed<TEvent>> TakePostponed()
    {
        Postponed<TEvent>[] all = [.. _postponed.OrderByDescending(static postponed => postponed.Events.Length > 0)];
        _postponed.Clear();
        return all;
    }

    /// <summary>Enters events that waited for demand to be forwarded.</summary>
    public Dispatch<TEvent> Resume(Postponed<TEvent> postponed) =>
        Place(postponed.Events, postponed.Origin);

    /// <summary>
    /// Takes no more subscriptions and asks for no more events; what is there can still be handed on.
    /// </summary>
    public void Drain() => _isDraining = true;

    /// <summary>Where every event is now.</summary>
    public ProducerBooks Balance() => new()
    {
        Received = _received,
        Copied = _copied,
        Owed = _dispatcher.Owed,
        Held = _dispatcher.Held + _held.Count,
        Buffered = _buffer.Count + _postponed.Sum(static postponed => postponed.Events.Length),
        Partitions = [.. _seats.Balance(seat => Partitions[seat], _dispatcher.ParkedIn, _delivery.ReturnedBySeat)],
        Redelivered = _delivery.Redelivered,
        Filtered = _filtered,
        Discarded = Discarded.ToArray(),
    };

    // What waits for a paused partition can't be handed on: no drain waits for it.
    private bool IsServed(int partition) => _seats.IsServed(partition) && !_dispatcher.IsPaused(partition);

    private DiscardCounts Discarded => _dispatcher.Discarded;

    private bool IsPlaced => _dispatcher.Held > 0
        ? !IsServed(_dispatcher.HeldFor)
        : Waiting + _postponed.Count == 0 || !_seats.IsAnyServed;

    // It is asked after every message of a drain, and mostly the same partition says no again: that is all it costs.
    private bool IsAnyParkedForSomebody()
    {
        for (var looked = 0; looked < Partitions.Count; looked++)
        {
            if (IsServed(_unflushed) && _dispatcher.WaitingFor(_unflushed) > 0)
            {
                return true;
            }

            _unflushed = (_unflushed + 1) % Partitions.Count;
        }

        return false;
    }

    private DemandIncrement Forward(DemandIncrement demand)
    {
        if (Mode == DemandMode.Forward || demand.Total == 0)
        {
            return demand;
        }

        _postponed.Add(new(demand));
        return default;
    }

    private Dispatch<TEvent> Place(ReadOnlySpan<TEvent> events, Origin? origin)
    {
        var owed = (int)Math.Min(_dispatcher.Owed, events.Length);
        var isDone = false;
        Dispatch<TEvent> dispatch;
        try
        {
            dispatch = Enter(_dispatcher.Dispatch(events, origin));
            _metAsked += owed;
            isDone = true;
        }
        finally
        {
            CloseIf(!isDone);
        }

        if (dispatch.Leftover == 0)
        {
            return dispatch;
        }

        var taken = events.Length - dispatch.Leftover;

        // While anything is buffered nothing is owed; if a dispatcher says it is, the order still holds.
        var kept = _buffer.Count == 0 ? Math.Max(owed, taken) : taken;
        _held.Add(events[taken..kept], origin);
        var dropped = _buffer.Add(events[kept..], origin);
        Discarded.Add(DiscardCause.BufferFull, dropped);
        return dispatch with { Dropped = dropped };
    }

    private bool TryOffer(ReadOnlySpan<TEvent> waiting, bool areHeld, out Dispatch<TEvent> dispatch)
    {
        var taken = waiting.Length;
        var origin = areHeld ? _held.NextOrigin : _buffer.NextOrigin;
        var isDone = false;
        try
        {
            dispatch = Enter(_dispatcher.Offer(waiting, origin));
            taken -= dispatch.Leftover;
            isDone = true;
        }
        finally
        {
            if (areHeld)
            {
                _held.Remove(taken);
            }
            else
            {
                _buffer.Remove(taken);
            }

            CloseIf(!isDone);
        }

        return taken > 0;
    }

    // A dispatcher that throws has lost events. How many, only the books of all others tell.
    private void CloseIf(bool hasThrown)
    {
        if (hasThrown)
        {
            Discarded.Add(DiscardCause.DispatcherFailed, Balance().Missing);
            _metAsked = _asked - _dispatcher.Owed;
        }
    }

    private Dispatch<TEvent> Enter(Dispatch<TEvent> dispatch)
    {
        Count(dispatch);
        if (_delivery.IsActive)
        {
            _delivery.Keep(dispatch);
        }

        return dispatch;
    }

    private void Count(scoped in Dispatch<TEvent> dispatch)
    {
        _copied += dispatch.Copied;
        _filtered += dispatch.Filtered;
    }
}
