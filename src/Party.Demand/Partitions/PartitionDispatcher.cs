using System.Diagnostics;
using Party.Demand.Buffering;
using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions.Asking;
using Party.Demand.Partitions.Moving;
using Party.Demand.Partitions.Placing;
using Party.Demand.Partitions.Shelves;

namespace Party.Demand.Partitions;

/// <summary>Sends every event to the consumer that owns its partition, and knows the demand of each.</summary>
/// <remarks>
/// <para>
/// Deterministic and single-owner: it reads no clock, takes no lock and sends nothing. The stage that owns it carries
/// out the <see cref="Dispatch{TEvent}"/> that every step returns, and asks its producer for what <see cref="Ask"/>
/// says.
/// </para>
/// <para>
/// An event whose partition has demand is handed on; one whose partition has none is parked, up to the park limit;
/// one that finds no room is held with all that come after it, in order and without being hashed, and nothing is asked
/// upstream meanwhile. So parked ≤ park limit for every partition, and held ≤ Σ of the largest demands.
/// </para>
/// <para>
/// Laws: received = handed on + parked + held + discarded; after a step, no partition has both demand and a parked
/// event; events are held only while the partition of the first of them is full.
/// </para>
/// </remarks>
[DebuggerDisplay("Partitions = {_table.InForce}, Owed = {Owed}, Parked = {Parked}, Held = {Held}")]
public sealed partial class PartitionDispatcher<TEvent> : IDispatcher<TEvent>
{
    private readonly PartitionDispatcherOptions<TEvent> _options;
    private readonly SeatTable _table;
    private readonly Lanes<TEvent> _lanes;
    private readonly Placer<TEvent> _placer;
    private readonly UpstreamDemand _upstream;
    private readonly WaitingEvents<TEvent> _held;
    private readonly DispatchBuilder<TEvent> _step = new();
    private int _sinceAsserted;

    /// <summary>A dispatcher without consumers.</summary>
    /// <exception cref="ArgumentException">The options contradict each other, or a selector is missing.</exception>
    public PartitionDispatcher(PartitionDispatcherOptions<TEvent> options)
    {
        _options = options;
        var defaultPartition = options.Check();
        _lanes = new(options.Partitions.Count, _step.Arrays);
        _held = new(_step.Arrays);
        _table = new(options.Partitions);
        _hasOwnSelector = options.Selector is not null;
        _upstream = options switch
        {
            { IsAddressed: true } => new AddressedDemand<TEvent>(_lanes, options.ParkLimit),
            { Demand: DemandScope.Pooled } => new PooledDemand(options.Partitions.Count),
            _ => new PerPartitionDemand(options.Partitions.Count),
        };
        if (options.IsSorted)
        {
            Keyed = IsKeyed ? new(_lanes, KeyShelfOf) : null;
            _sorter = new(options, new(options, _lanes, _step, _upstream, Keyed));
        }

        var sorted = _lanes.Sorted = _sorter is null
            ? null
            : new SortedPlacer<TEvent>(options, _lanes, _sorter, Discarded, _upstream);
        _placer = new(options, defaultPartition, _table, _lanes, Discarded, sorted);
    }

    /// <summary>The partitions by index, which one keeps for ever; those that were removed are among them.</summary>
    public PartitionNames Partitions => _table.All;

    /// <summary>The partitions that events go to now.</summary>
    public PartitionNames InForce => _table.InForce;

    /// <summary>Whether one consumer at a time is served in a partition, or any that asks.</summary>
    public Seating Seating => _options.Consumers switch
    {
        PartitionConsumers.SharedByKey => Seating.Keyed,
        PartitionConsumers.Shared => Seating.Shared,
        _ => Seating.Exclusive,
    };

    /// <summary>Asked of the producer and not yet received.</summary>
    public long Owed => _upstream.Owed;

    /// <summary>Demand for <see cref="Ask"/> to ask for; 0 while anything is held.</summary>
    public long Unasked => Held > 0 ? 0 : _upstream.Unasked;

    /// <summary>Events received and not yet placed.</summary>
    public int Held => _held.Count;

    /// <summary>The index of the partition that the first held event waits for, or −1.</summary>
    public int HeldFor => _placer.StuckBefore;

    /// <summary>Events that wait in all partitions together.</summary>
    public long Parked => _lanes.Parked;

    /// <summary>Events discarded by this dispatcher, by cause.</summary>
    public DiscardCounts Discarded { get; } = new();

    /// <summary>
    /// Events that wait in one partition, against its park limit: for its demand, or after a change for another's.
    /// </summary>
    public int ParkedIn(int partition) => _lanes.All[partition].Parked;

    /// <summary>Events that one partition was ever given.</summary>
    public long PlacedIn(int partition) => _lanes.All[partition].Placed;

    /// <summary>One partition's demand.</summary>
    public long OutstandingOf(int partition) => _lanes.All[partition].Outstanding;

    /// <summary>Places the events that were asked for; what is beyond them is left over.</summary>
    public Dispatch<TEvent> Dispatch(ReadOnlySpan<TEvent> events, Origin? origin = null)
    {
        _step.Begin();
        var owed = events[..(int)Math.Min(events.Length, Owed)];
        _upstream.Received(owed.Length);
        return Take(owed, origin, leftover: events.Length - owed.Length);
    }

    /// <summary>
    /// Places events that wait, as far as there is demand that nobody was asked for yet; the rest is left over.
    /// </summary>
    public Dispatch<TEvent> Offer(ReadOnlySpan<TEvent> events, Origin? origin = null)
    {
        _step.Begin();
        var wanted = events[..(int)Math.Min(events.Length, Unasked)];
        _upstream.Offered(wanted.Length);
        return Take(wanted, origin, leftover: events.Length - wanted.Length);
    }

    /// <summary>Hands events on that a partition had been sent before; no selector sees them again.</summary>
    public Dispatch<TEvent> Redeliver(int seat, ReadOnlySpan<TEvent> events, Origin? origin)
    {
        _step.Begin(origin);
        if (Keyed is not null)
        {
            // It goes back to the strands that it came from, by another way.
            return End(leftover: events.Length);
        }

        ref var lane = ref _lanes.All[seat];
        var left = events;
        while (!left.IsEmpty && lane.Outstanding > 0)
        {
            var to = lane.Owner ?? lane.Sharers!.Highest;
            var wanted = (int)Math.Min(left.Length, to.Outstanding);

            // What was asked for in their place is still to come, and pays for demand that comes later.
            Forgo(seat, wanted);
            _step.Deliver(to, left[..wanted]);
            lane.Sharers?.Change(to, -wanted);
            left = left[wanted..];
        }

        return End(leftover: left.Length);
    }

    /// <summary>Lets a message wait behind every event that waits now.</summary>
    public Dispatch<TEvent> Inform(object message)
    {
        _step.Begin();
        if (Held > 0)
        {
            _held.Add(new WaitingInfo(message));
        }
        else
        {
            _lanes.Inform(new(message), Moving, _step);
        }

        return End();
    }

    /// <summary>What to ask the producer for now. It is owed from then on.</summary>
    public DemandIncrement Ask() => Held > 0 ? default : _upstream.Ask();

    /// <summary>What is owed already, for a producer that has forgotten it.</summary>
    public DemandIncrement AskAgain() => _upstream.AskAgain();

    private Dispatch<TEvent> Take(ReadOnlySpan<TEvent> events, Origin? origin, int leftover)
    {
        if (Held == 0)
        {
            events = events[Place(events, origin)..];
        }

        if (!events.IsEmpty)
        {
            _held.Add(events, origin);
        }

        return End(leftover);
    }

    // Room may have come up. It is taken before demand is served, so that a delivery carries all there is.
    private void PlaceHeld()
    {
        while (Held > 0)
        {
            var run = _held.NextRun;
            var placed = Place(run, _held.NextOrigin);
            if (placed > 0)
            {
                _held.Remove(placed);
            }

            while (_held.TryTakeDue(out var info))
            {
                _lanes.Inform(info, Moving, _step);
            }

            if (placed < run.Length)
            {
                break;
            }
        }
    }

    private int Place(ReadOnlySpan<TEvent> events, Origin? origin)
    {
        var placed = _placer.Place(events, origin, _step);
        if (_placer.HasStrays)
        {
            CommitWithStrays(origin);
        }
        else
        {
            _lanes.Commit(_placer.Touched, origin, _step, _upstream);
        }

        return placed;
    }

    // Some events went to no partition, to the default one, or were turned away.
    private void CommitWithStrays(Origin? origin)
    {
        var wasted = _placer.TakeWasted();
        foreach (var (partition, count) in _placer.TakeSentOn())
        {
            _upstream.SentOn(partition, _placer.DefaultPartition, count);
        }

        _lanes.Commit(_placer.Touched, origin, _step, _upstream);
        foreach (var (partition, count) in _placer.TakeTurnedAway())
        {
            _upstream.TurnedAway(partition, count);
            origin?.Settle(count);
        }

        if (_placer.Moved.Count > 0)
        {
            EnterMoved();
        }

        _upstream.Wasted(wasted);
        origin?.Settle(wasted);
    }

    private Dispatch<TEvent> End(int leftover = 0)
    {
        AssertLaws();
        return _step.End(leftover);
    }

    [Conditional("DEBUG")]
    private void AssertLaws()
    {
        // Where there are many, not after every step: so that steps cost the same in a build for debugging too.
        const int many = 1000;
        if (Partitions.Count > many && ++_sinceAsserted < Partitions.Count)
        {
            return;
        }

        _sinceAsserted = 0;
        for (var partition = 0; partition < Partitions.Count; partition++)
        {
            Debug.Assert(
                ParkedIn(partition) == HeldBackIn(partition) || OutstandingOf(partition) == 0
                || Keyed is { IsStirred: true },
                "A partition with demand has nothing parked.");
            Debug.Assert(ParkedIn(partition) <= _options.ParkLimit, "No partition parks more than its limit.");
        }

        Debug.Assert(Owed >= 0, "Nothing is received that was not owed.");
        Debug.Assert((Held > 0) == (HeldFor >= 0), "Events are held exactly while the first of them is stuck.");
    }
}
