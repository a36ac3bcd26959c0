using Party.Demand.Dispatching;

namespace Party.Demand.Partitions;

/// <summary>All partitions of a dispatcher: places events into them, and hands on what is asked for.</summary>
/// <remarks>
/// A batch is placed in two steps. The selector runs over it and every event is written ahead into its lane, where
/// nobody sees it; then the touched lanes take in what was written and serve their demand. A selector that throws
/// therefore meets a dispatcher in which nothing has moved. The cost is O(1) per event and O(touched lanes) per batch.
/// </remarks>
internal sealed class Lanes<TEvent>(PartitionDispatcherOptions<TEvent> options, int defaultPartition, DiscardCounts discards)
{
    private const int SmallestRoom = 8;

    private readonly Lane<TEvent>[] _all = new Lane<TEvent>[options.Partitions.Count];
    private readonly PartitionSelector<TEvent> _selector = options.SelectorInForce();
    private readonly PartitionSet _touched = new(options.Partitions.Count);

    /// <summary>The lanes, by partition.</summary>
    public Lane<TEvent>[] All => _all;

    /// <summary>Events that the running step gave to nobody.</summary>
    public int Wasted { get; private set; }

    /// <summary>The event that could not be placed for want of room, hashed and waiting; null where none is.</summary>
    public Placement<TEvent>? Stuck { get; private set; }

    /// <summary>Writes events ahead into their lanes, until one has no room.</summary>
    /// <param name="events">In the order they came; the first of them is the stuck one, if there is one.</param>
    /// <param name="step">Takes the events that could not be placed.</param>
    /// <returns>How many have found their end.</returns>
    public int Place(ReadOnlySpan<TEvent> events, Step<TEvent> step)
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
            if (!Decide(next, events.Length - index, step))
            {
                Stuck = next;
                break;
            }

            index++;
        }

        return index;
    }

    /// <summary>Takes in what was written ahead, and serves the demand for it.</summary>
    public void Commit(Step<TEvent> step, UpstreamDemand upstream)
    {
        foreach (var partition in _touched.Members)
        {
            ref var lane = ref _all[partition];
            var placed = lane.Ahead - lane.Park.End;
            lane.Park.Advance(lane.Ahead);
            upstream.Placed(partition, placed);
            Drop(partition, ref lane, step, upstream);
            lane.Usual = Math.Max(placed, lane.Usual - (lane.Usual / 8));
            lane.Ahead = lane.Stop = 0;
            lane.IsTouched = false;
            Serve(partition, step, upstream);
        }

        _touched.Clear();
        upstream.Wasted(Wasted);
        Wasted = 0;
    }

    /// <summary>Hands on as much as a partition's consumer asked for.</summary>
    public void Serve(int partition, Step<TEvent> step, UpstreamDemand upstream)
    {
        ref var lane = ref _all[partition];
        if (lane.Owner is not { } owner)
        {
            return;
        }

        var wanted = (int)Math.Min(owner.Outstanding, lane.Park.Count);
        upstream.Sent(partition, wanted);
        while (wanted > 0)
        {
            var run = Math.Min(wanted, lane.Infos?.Next ?? int.MaxValue);
            step.Deliver(owner, ref lane.Park, run);
            Pass(ref lane, run, step);
            wanted -= run;
        }
    }

    /// <summary>Lets a message wait behind all that is parked now.</summary>
    public void Inform(WaitingInfo info, Step<TEvent> step)
    {
        // One place more than there are queues, given up at the end: so it can't be released while it is still set.
        info.Wait();
        for (var partition = 0; partition < _all.Length; partition++)
        {
            ref var lane = ref _all[partition];
            if (lane.Park.Count > 0)
            {
                (lane.Infos ??= new()).Add(lane.Park.Count, info.Wait());
            }
        }

        Arrive(info, step);
    }

    // The hot path: select, write, go on. Whatever needs a decision returns.
    private bool Run(ReadOnlySpan<TEvent> events, ref int index, out Placement<TEvent> next, Step<TEvent> step)
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
        var lanes = _all;
        for (; index < events.Length; index++)
        {
            var item = events[index];
            var partition = _selector.Select(ref item);
            if ((uint)partition >= (uint)lanes.Length || lanes[partition].Ahead == lanes[partition].Stop)
            {
                next = new(item, partition);
                return false;
            }

            ref var lane = ref lanes[partition];
            lane.Park.Items[lane.Ahead++] = item;
        }

        next = default;
        return true;
    }

    // Everything that is not the plain case: no partition, no consumer, no room.
    private bool Decide(Placement<TEvent> next, int remaining, Step<TEvent> step)
    {
        var partition = next.Partition;
        if ((uint)partition >= (uint)_all.Length)
        {
            GiveUp(next, step);
            return true;
        }

        if (_all[partition].Owner is null && options.WithoutConsumer != WithoutConsumer.Park && partition != defaultPartition)
        {
            if (options.WithoutConsumer == WithoutConsumer.Discard)
            {
                Discard(DiscardCause.WithoutConsumer);
                return true;
            }

            partition = defaultPartition;
        }

        ref var lane = ref _all[partition];
        if (MakeRoom(partition, ref lane, remaining) || Overflow(partition, ref lane, remaining, step))
        {
            lane.Park.Items[lane.Ahead++] = next.Item;
            return true;
        }

        return options.ParkPolicy != ParkPolicy.Backpressure;
    }

    private bool MakeRoom(int partition, ref Lane<TEvent> lane, int remaining)
    {
        if (!lane.IsTouched)
        {
            _touched.Add(partition);
            lane.IsTouched = true;
            lane.Ahead = lane.Stop = lane.Park.End;
        }

        var waiting = lane.Park.Count + lane.Ahead - lane.Park.End - lane.Drops;
        var room = (int)Math.Min(lane.Outstanding + options.ParkLimit - waiting, remaining);
        if (room > 0)
        {
            var usual = Math.Max(lane.Usual + (lane.Usual / 4), SmallestRoom);
            lane.Ahead = lane.Park.MakeRoom(lane.Ahead, Math.Min(room, usual));
            lane.Stop = lane.Ahead + Math.Min(room, lane.Park.Items.Length - lane.Ahead);
        }

        return room > 0;
    }

    // No room: who has to go, or wait?
    private bool Overflow(int partition, ref Lane<TEvent> lane, int remaining, Step<TEvent> step)
    {
        switch (options.ParkPolicy)
        {
            case ParkPolicy.DropOldest:
                lane.Drops++;
                discards.Add(DiscardCause.ParkFull, 1);
                return MakeRoom(partition, ref lane, remaining);

            case ParkPolicy.Fail:
                step.Overflow = options.Partitions[partition];
                Discard(DiscardCause.ParkFull);
                return false;

            case ParkPolicy.DropNewest:
                Discard(DiscardCause.ParkFull);
                return false;

            default:
                return false;
        }
    }

    private static void Drop(int partition, ref Lane<TEvent> lane, Step<TEvent> step, UpstreamDemand upstream)
    {
        if (lane.Drops > 0)
        {
            lane.Park.RemoveFirst(lane.Drops);
            upstream.Dropped(partition, lane.Drops);
            Pass(ref lane, lane.Drops, step);
            lane.Drops = 0;
        }
    }

    private void GiveUp(Placement<TEvent> next, Step<TEvent> step)
    {
        if (next.Partition == Placement<TEvent>.NoPartition)
        {
            Discard(DiscardCause.NoPartition);
            return;
        }

        var reason = $"Expected a partition of {options.Partitions}, got {next.Partition} for event \"{next.Item}\". "
            + "Change the selector, or the partitions. The event was discarded.";
        Discard(DiscardCause.UnknownPartition);
        step.Name(new(next.Item, DiscardCause.UnknownPartition, reason, Error: null));
    }

    private void SetAside(TEvent item, Exception error, Step<TEvent> step)
    {
        var cause = error is UnknownPartitionException ? DiscardCause.UnknownPartition : DiscardCause.SelectorFailed;
        var reason = error is UnknownPartitionException
            ? $"{error.Message} The event \"{item}\" was discarded."
            : $"Expected the selector to name a partition for event \"{item}\", got {error.GetType().Name}: "
            + $"{error.Message} The event was discarded.";

        Discard(cause);
        step.Name(new(item, cause, reason, error));
    }

    private void Discard(DiscardCause cause)
    {
        discards.Add(cause, 1);
        Wasted++;
    }

    private static void Pass(ref Lane<TEvent> lane, int count, Step<TEvent> step)
    {
        lane.Infos?.Pass(count);
        while (lane.Infos is { } infos && infos.TryTakeDue(out var info))
        {
            Arrive(info, step);
        }
    }

    private static void Arrive(WaitingInfo info, Step<TEvent> step)
    {
        if (info.Arrive())
        {
            step.Release(info.Message);
        }
    }
}
