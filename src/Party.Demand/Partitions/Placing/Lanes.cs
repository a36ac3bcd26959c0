using Party.Demand.Buffering;
using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions.Asking;
using Party.Demand.Partitions.Moving;
using Party.Demand.Subscriptions;

namespace Party.Demand.Partitions.Placing;

/// <summary>All partitions of a dispatcher: takes in what was placed, and hands on what is asked for.</summary>
internal sealed partial class Lanes<TEvent>(int partitions, EventArrays<TEvent> arrays)
{
    private Lane<TEvent>[] _all = new Lane<TEvent>[partitions];

    // Those with parked events.
    private readonly PartitionPool _waiting = new(partitions);

    /// <summary>Where the arrays of the parks come from.</summary>
    public EventArrays<TEvent> Arrays => arrays;

    /// <summary>The lanes, by partition.</summary>
    public Lane<TEvent>[] All => _all;

    /// <summary>Events that wait in all partitions together; the cost is O(partitions with parked events).</summary>
    public long Parked
    {
        get
        {
            var parked = 0L;
            foreach (var partition in _waiting.Members)
            {
                parked += _all[partition].Parked;
            }

            return parked;
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _all.Length;

    /// <summary>Lanes in which the last event has gone that was placed there before a change.</summary>
    public Queue<int> Crossed { get; } = [];

    /// <summary>Makes room for so many partitions.</summary>
    public void Grow(int count)
    {
        Array.Resize(ref _all, Math.Max(count, _all.Length));
        _waiting.Grow(count);
    }

    /// <summary>Takes in what was written ahead, and serves the demand for it. The cost is O(touched lanes).</summary>
    /// <param name="touched">The lanes that were written into.</param>
    /// <param name="origin">What the events were made of.</param>
    /// <param name="step">Takes what is handed on.</param>
    /// <param name="upstream">Hears what became of the demand.</param>
    public void Commit(
        PartitionSet touched, Origin? origin, DispatchBuilder<TEvent> step, UpstreamDemand upstream)
    {
        foreach (var partition in touched.Members)
        {
            ref var lane = ref _all[partition];
            var placed = lane.Ahead - lane.Park.End;
            if (origin is not null || lane.Origins is not null)
            {
                var origins = lane.Origins;
                OriginRuns.Note(ref origins, lane.Park.Count, origin, placed);
                lane.Origins = origins;
            }

            lane.Park.Advance(lane.Ahead);
            lane.Placed += placed;
            upstream.Placed(partition, placed);
            if (lane.Drops > 0)
            {
                Drop(partition, ref lane, step, upstream);
            }

            lane.Usual = Math.Max(placed, lane.Usual - (lane.Usual / 8));
            lane.Ahead = lane.Stop = 0;
            lane.IsTouched = false;
            Serve(partition, step, upstream);
        }

        touched.Clear();
    }

    /// <summary>Hands on as much as a partition's consumer asked for.</summary>
    public void Serve(int partition, DispatchBuilder<TEvent> step, UpstreamDemand upstream)
    {
        ref var lane = ref _all[partition];
        if (!lane.IsPlain)
        {
            ServeAll(partition, ref lane, step, upstream);
        }
        else if (lane.Owner is { } owner && lane.Park.Count > 0 && owner.Outstanding > 0)
        {
            var count = (int)Math.Min(owner.Outstanding, lane.Park.Count);
            upstream.Sent(partition, count);
            step.Deliver(owner, ref lane.Park, count, origin: null);
        }

        Note(partition, ref lane);
    }

    // A lane with more than an owner and a park.
    private void ServeAll(
        int partition, ref Lane<TEvent> lane, DispatchBuilder<TEvent> step, UpstreamDemand upstream)
    {
        if (lane.IsPaused)
        {
            return;
        }

        if (lane.Sources is not null)
        {
            ServeSources(partition, step, upstream);
        }

        if (lane.Shelf is { } shelf)
        {
            shelf.Serve();
            if (lane.Sources is not null)
            {
                // There may be room for more of those that have moved here.
                ServeSources(partition, step, upstream);
            }
        }
        else if (lane.Owner is { } owner)
        {
            Serve(partition, ref lane, owner, step, upstream);
        }
        else if (lane.Sharers is { } sharers)
        {
            while (lane.Park.Count > 0 && sharers.Outstanding > 0)
            {
                var highest = sharers.Highest;
                sharers.Change(highest, -Serve(partition, ref lane, highest, step, upstream));
            }
        }
    }

    private int Serve(
        int partition,
        ref Lane<TEvent> lane,
        Subscription owner,
        DispatchBuilder<TEvent> step,
        UpstreamDemand upstream)
    {
        var count = (int)Math.Min(owner.Outstanding, lane.Park.Count);
        if (count == 0)
        {
            return 0;
        }

        upstream.Sent(partition, count);
        if (lane.Infos is null && lane.Origins is null && lane.Before == 0)
        {
            step.Deliver(owner, ref lane.Park, count, origin: null);
            return count;
        }

        for (var wanted = count; wanted > 0;)
        {
            var run = Math.Min(wanted, Math.Min(lane.Infos?.Next ?? int.MaxValue, lane.Origins?.Next ?? int.MaxValue));
            step.Deliver(owner, ref lane.Park, run, lane.Origins?.First);
            Pass(partition, ref lane, run, areOver: false, step);
            wanted -= run;
        }

        return count;
    }

    /// <summary>Lets a message wait behind all that is parked now: O(partitions with parked events).</summary>
    /// <param name="info">The message.</param>
    /// <param name="moving">Events that wait for their old partition.</param>
    /// <param name="step">Takes the message if nothing is before it.</param>
    public void Inform(WaitingInfo info, IEnumerable<MovedEvents<TEvent>> moving, DispatchBuilder<TEvent> step)
    {
        // One place more than there are queues, given up at the end: so it can't be released while it is still set.
        info.Wait();
        foreach (var partition in _waiting.Members)
        {
            ref var lane = ref _all[partition];
            if (lane.Shelf is { } shelf)
            {
                shelf.Inform(info);
            }
            else if (lane.Park.Count > 0)
            {
                (lane.Infos ??= new()).Add(lane.Park.Count, info.Wait());
            }
        }

        foreach (var queue in moving)
        {
            queue.Inform(info.Wait());
        }

        InformSources(info);
        Arrive(info, step);
    }

    /// <summary>Notes that events wait on a shelf that was empty, or that it is empty again.</summary>
    public void Note(int partition) => Note(partition, ref _all[partition]);

    private void Note(int partition, ref Lane<TEvent> lane)
    {
        var isWaiting = lane.Parked > 0;
        if (isWaiting == lane.IsWaiting)
        {
            return;
        }

        lane.IsWaiting = isWaiting;
        if (isWaiting)
        {
            _waiting.Add(partition);
        }
        else
        {
            _waiting.Remove(partition);
        }
    }

    private void Drop(
        int partition, ref Lane<TEvent> lane, DispatchBuilder<TEvent> step, UpstreamDemand upstream)
    {
        lane.Park.RemoveFirst(lane.Drops, arrays);
        upstream.Dropped(partition, lane.Drops);
        Pass(partition, ref lane, lane.Drops, areOver: true, step);
        lane.Drops = 0;
    }

    private void Pass(
        int partition, ref Lane<TEvent> lane, int count, bool areOver, DispatchBuilder<TEvent> step)
    {
        Cross(partition, ref lane, count);
        lane.Origins?.Pass(count, areOver);
        lane.Infos?.Pass(count);
        while (lane.Infos is { } infos && infos.TryTakeDue(out var info))
        {
            Arrive(info, step);
        }
    }

    private static void Arrive(WaitingInfo info, DispatchBuilder<TEvent> step)
    {
        if (info.Arrive())
        {
            step.Release(info.Message);
        }
    }
}
