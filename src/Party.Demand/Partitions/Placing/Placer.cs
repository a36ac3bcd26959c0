using System.Diagnostics;
using System.Runtime.CompilerServices;
using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions.Asking;
using Party.Demand.Partitions.Moving;
using Party.Demand.Partitions.Shelves;

namespace Party.Demand.Partitions.Placing;

/// <summary>Finds every event its partition, and writes it ahead into that lane.</summary>
/// <remarks>
/// A batch is placed in two steps. The selector runs over it and every event is written ahead into its lane, where
/// nobody sees it; then <see cref="Lanes{TEvent}.Commit"/> takes in what was written. A selector that throws therefore
/// meets a dispatcher in which nothing has moved. The cost is O(1) per event.
/// </remarks>
internal sealed partial class Placer<TEvent>(
    PartitionDispatcherOptions<TEvent> options,
    int defaultPartition,
    SeatTable table,
    Lanes<TEvent> lanes,
    DiscardCounts discards,
    SortedPlacer<TEvent>? sorted)
{
    private const int SmallestRoom = 8;

    private PartitionCounts? _turnedAway;
    private PartitionCounts? _sentOn;
    private int _wasted;

    /// <summary>The lanes that something was written ahead into.</summary>
    public PartitionSet Touched { get; } = new(lanes.Count);

    /// <summary>Chooses each event's seat.</summary>
    public PartitionSelector<TEvent> Selector { get; set; } = options.SelectorInForce();

    /// <summary>Where events go whose partition has no consumer, if they go on; or −1.</summary>
    public int DefaultPartition => defaultPartition;

    /// <summary>The event that could not be placed for want of room, hashed and waiting; null where none is.</summary>
    public Placement<TEvent>? Stuck { get; private set; }

    /// <summary>The partition in which it waits for room, or −1.</summary>
    public int StuckBefore => Stuck is not { Partition: var partition }
        ? Placement<TEvent>.NoPartition
        : IsSentOn(partition) ? defaultPartition : partition;

    /// <summary>
    /// Takes the numbers of events that their partitions did not take, and nobody else, since they were last taken.
    /// </summary>
    public ReadOnlySpan<PartitionDemand> TakeTurnedAway() => _turnedAway is { } counts ? counts.Take() : [];

    /// <summary>
    /// Takes the numbers of events that came for partitions and were written into the default one, since they were
    /// last taken.
    /// </summary>
    public ReadOnlySpan<PartitionDemand> TakeSentOn() => _sentOn is { } counts ? counts.Take() : [];

    /// <summary>Whether any event may have found its end elsewhere than in the lane of its own partition.</summary>
    public bool HasStrays => _wasted > 0 || Moved.Count > 0 || _sentOn is not null || _turnedAway is not null;

    /// <summary>Takes the number of events that belong to no partition since it was last taken.</summary>
    public int TakeWasted()
    {
        var wasted = _wasted;
        _wasted = 0;
        return wasted;
    }

    /// <summary>Makes room for so many partitions.</summary>
    public void Grow(int count)
    {
        Touched.Grow(count);
        _turnedAway?.Grow(count);
        _sentOn?.Grow(count);
    }

    /// <summary>Writes events ahead into their lanes, until one has no room.</summary>
    /// <param name="events">In the order they came; the first of them is the stuck one, if there is one.</param>
    /// <param name="origin">What they were made of.</param>
    /// <param name="step">Takes the events that could not be placed.</param>
    /// <returns>How many have found their end.</returns>
    public int Place(ReadOnlySpan<TEvent> events, Origin? origin, DispatchBuilder<TEvent> step)
    {
        var index = 0;
        var next = Stuck.GetValueOrDefault();
        var isDecided = Stuck is null;
        Stuck = null;

        while (index < events.Length)
        {
            if (isDecided && Run(events, ref index, out next, step))
            {
                break;
            }

            isDecided = true;
            if (!Decide(next, events.Length - index, origin, step))
            {
                Stuck = next;
                break;
            }

            index++;
        }

        return index;
    }

    // The hot path: select, write, go on. Whatever needs a decision returns.
    private bool Run(
        ReadOnlySpan<TEvent> events, ref int index, out Placement<TEvent> next, DispatchBuilder<TEvent> step)
    {
        while (true)
        {
            try
            {
                return TryRun(events, ref index, out next);
            }
            catch (Exception error)
            {
                SetAside(events[index++], error, step);
            }
        }
    }

    private bool TryRun(ReadOnlySpan<TEvent> events, ref int index, out Placement<TEvent> next)
    {
        if (Moves is { } moves)
        {
            if (index == events.Length)
            {
                // The selector threw on the last of them.
                next = default;
                return true;
            }

            next = Select(events[index]);
            _seatBefore = moves.SeatBefore(events[index]);
            return false;
        }

        return Selector.Index is { } select
            ? TryRun(select, events, ref index, out next)
            : TryRun(Selector.Place ?? throw new UnreachableException(), events, ref index, out next);
    }

    private Placement<TEvent> Select(TEvent item) => Selector.Index is { } select
        ? new(item, select(item))
        : Selector.Place!(item);

    // Apart from the caller's try block, in which its variables would lie in memory rather than in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryRun(
        Func<TEvent, int> select, ReadOnlySpan<TEvent> events, ref int index, out Placement<TEvent> next)
    {
        var all = lanes.All;
        for (var at = index; at < events.Length; at++)
        {
            // Where the selector throws, the caller goes on behind this event.
            index = at;
            var item = events[at];
            var partition = select(item);
            if ((uint)partition >= (uint)all.Length || !all[partition].TryWrite(item))
            {
                next = new(item, partition);
                return false;
            }
        }

        index = events.Length;
        next = default;
        return true;
    }

    private bool TryRun(
        Func<TEvent, Placement<TEvent>> place, ReadOnlySpan<TEvent> events, ref int index, out Placement<TEvent> next)
    {
        var all = lanes.All;
        for (; index < events.Length; index++)
        {
            next = place(events[index]);
            if ((uint)next.Partition >= (uint)all.Length || !all[next.Partition].TryWrite(next.Item))
            {
                return false;
            }
        }

        next = default;
        return true;
    }

    // Everything that is not the plain case: no partition, no consumer, no room.
    private bool Decide(Placement<TEvent> next, int remaining, Origin? origin, DispatchBuilder<TEvent> step)
    {
        var partition = next.Partition;
        if ((uint)partition >= (uint)lanes.Count)
        {
            sorted?.Forget();
            GiveUp(next, step);
            return true;
        }

        if (options.WithoutConsumer == WithoutConsumer.Discard && !lanes.All[partition].IsOwned
            && partition != defaultPartition)
        {
            sorted?.Forget();
            TurnAway(partition, DiscardCause.WithoutConsumer);
            return true;
        }

        var isSentOn = IsSentOn(partition);
        partition = isSentOn ? defaultPartition : partition;

        if (Moves is { } moves && _seatBefore != partition && moves.IsStanding(_seatBefore))
        {
            return TryMove(moves.QueueOf(_seatBefore, partition, Now), partition, next.Item, origin, step);
        }

        // Where something that has moved waits for room on the shelf, what comes later waits behind it.
        if (sorted is not null && lanes.All[partition].Sources is { Count: > 0 })
        {
            return TryMove(lanes.LastSourceOf(partition, Now), partition, next.Item, origin, step);
        }

        // Where events are sorted there is never anything to write ahead into, and each of them comes by here.
        if (sorted is not null)
        {
            return sorted.Place(next, partition, origin, step);
        }

        ref var lane = ref lanes.All[partition];
        if (MakeRoom(partition, ref lane, remaining) || Overflow(partition, ref lane, remaining, step))
        {
            if (isSentOn)
            {
                (_sentOn ??= new(lanes.Count)).Add(next.Partition, 1);
            }

            return lane.TryWrite(next.Item);
        }

        return options.ParkPolicy != ParkPolicy.Backpressure;
    }

    private bool IsSentOn(int partition) => options.WithoutConsumer == WithoutConsumer.DefaultPartition
        && !lanes.All[partition].IsOwned && partition != defaultPartition;

    private bool MakeRoom(int partition, ref Lane<TEvent> lane, int remaining)
    {
        if (!lane.IsTouched)
        {
            Touched.Add(partition);
            lane.IsTouched = true;
            lane.Ahead = lane.Stop = lane.Park.End;
        }

        var waiting = lane.Parked + lane.Ahead - lane.Park.End - lane.Drops;
        var room = (int)Math.Min(lane.Wanted + options.ParkLimit - waiting, remaining);
        if (room > 0)
        {
            var usual = Math.Max(lane.Usual + (lane.Usual / 4), SmallestRoom);
            lane.Ahead = lane.Park.MakeRoom(lane.Ahead, Math.Min(room, usual), lanes.Arrays);
            lane.Stop = lane.Ahead + Math.Min(room, lane.Park.Items.Length - lane.Ahead);
        }

        return room > 0;
    }

    // No room: who has to go, or wait?
    private bool Overflow(int partition, ref Lane<TEvent> lane, int remaining, DispatchBuilder<TEvent> step)
    {
        // Only what lies in the park itself can make room: the rest is bound elsewhere, or waits for its old place.
        if (options.ParkPolicy == ParkPolicy.DropOldest && lane.Ahead - lane.Park.End + lane.Park.Count > lane.Drops)
        {
            lane.Drops++;
            discards.Add(DiscardCause.ParkFull, 1);
            return MakeRoom(partition, ref lane, remaining);
        }

        TurnAwayUnlessHeld(partition, step);
        return false;
    }

    // Finds no room, and nothing goes for it: it waits where the policy says so, else that is its end.
    private bool TurnAwayUnlessHeld(int seat, DispatchBuilder<TEvent> step)
    {
        if (options.ParkPolicy == ParkPolicy.Backpressure)
        {
            return false;
        }

        if (options.ParkPolicy == ParkPolicy.Fail)
        {
            step.Overflow =
                $"Expected at most {options.ParkLimit} parked events in partition {table.All[seat]}, got one more. Raise "
                + "park-limit, or choose another park-policy. The event was discarded.";
        }

        TurnAway(seat, DiscardCause.ParkFull);
        return true;
    }

    private void GiveUp(Placement<TEvent> next, DispatchBuilder<TEvent> step)
    {
        if (next.Partition == Placement<TEvent>.NoPartition)
        {
            // It may be every other event, and on purpose: the first says it for all.
            if (discards[DiscardCause.NoPartition] == 0)
            {
                var nowhere = $"The selector gave event \"{EventText.Of(next.Item)}\" no partition. It was discarded.";
                step.Name(new(next.Item, DiscardCause.NoPartition, nowhere, Error: null));
            }

            Discard(DiscardCause.NoPartition);
            return;
        }

        var reason = $"Expected a partition of {table.InForce}, got {next.Partition} for event \"{EventText.Of(next.Item)}\". "
            + "Change the selector, or the partitions. The event was discarded.";
        Discard(DiscardCause.UnknownPartition);
        step.Name(new(next.Item, DiscardCause.UnknownPartition, reason, Error: null));
    }

    private void SetAside(TEvent item, Exception error, DispatchBuilder<TEvent> step)
    {
        var cause = error is UnknownPartitionException ? DiscardCause.UnknownPartition : DiscardCause.SelectorFailed;
        var reason = error is UnknownPartitionException
            ? $"{error.Message} The event \"{EventText.Of(item)}\" was discarded."
            : $"Expected the selector to name a partition for event \"{EventText.Of(item)}\", got {error.GetType().Name}: "
            + $"{error.Message} The event was discarded.";

        Discard(cause);
        step.Name(new(item, cause, reason, error));
    }

    private void TurnAway(int partition, DiscardCause cause)
    {
        discards.Add(cause, 1);
        (_turnedAway ??= new(lanes.Count)).Add(partition, 1);
    }

    private void Discard(DiscardCause cause)
    {
        discards.Add(cause, 1);
        _wasted++;
    }
}
