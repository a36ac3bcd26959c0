using Party.Demand.Buffering;
using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions.Asking;
using Party.Demand.Partitions.Moving;
using Party.Demand.Partitions.Shelves;

namespace Party.Demand.Partitions.Placing;

/// <content>Events that come from other partitions, since the map has changed.</content>
internal sealed partial class Lanes<TEvent>
{
    // The lanes that have sources, so that a message finds them.
    private readonly HashSet<int> _fed = [];

    /// <summary>Puts what has moved on the shelves; null where lanes have none.</summary>
    public SortedPlacer<TEvent>? Sorted { get; set; }

    /// <summary>Lets events that have moved be handed on, before all that is parked where they go.</summary>
    public void Feed(MovedEvents<TEvent> moved, DispatchBuilder<TEvent> step, UpstreamDemand upstream)
    {
        (_all[moved.To].Sources ??= new()).Enqueue(moved);
        _fed.Add(moved.To);
        Serve(moved.To, step, upstream);
        upstream.Eased(moved.To);
    }

    /// <summary>What a lane with sources is served from last: what comes now may be put behind it.</summary>
    public MovedEvents<TEvent> LastSourceOf(int partition, long now)
    {
        var sources = _all[partition].Sources!;
        var last = sources.Last();
        if (last.AreBefore)
        {
            // What comes now is no part of what a change waits for.
            last = new(partition, partition, now);
            sources.Enqueue(last);
        }

        return last;
    }

    /// <summary>Lets events that have moved come to their end here; messages among them go on.</summary>
    public void Discard(MovedEvents<TEvent> moved)
    {
        foreach (var one in moved.All)
        {
            Free(one, ref _all[moved.To]);
            one.Origin?.Settle(1);
        }

        moved.Keep([]);
    }

    /// <summary>Notes what waits in a lane now, so that it is known when all of it has gone.</summary>
    public void Mark(int partition)
    {
        ref var lane = ref _all[partition];
        lane.Before = lane.Park.Count;
        if (lane.Shelf is { } shelf)
        {
            lane.Before = shelf.Count;
            shelf.Mark = shelf.NextAge;
        }

        foreach (var source in lane.Sources ?? [])
        {
            source.AreBefore = true;
            lane.Before += source.Count;
        }
    }

    /// <summary>Takes those events out of a lane that belong elsewhere by now; they count here until they go.</summary>
    /// <param name="partition">A lane that nobody is served from.</param>
    /// <param name="seatOf">The seat that an event belongs to; −1 where that is its end.</param>
    /// <param name="step">Takes the messages that waited for nothing else.</param>
    /// <param name="infos">Takes the messages that have to wait for them elsewhere.</param>
    /// <returns>The events by seat, in their order.</returns>
    public Dictionary<int, List<MovedEvent<TEvent>>> TakeMoved(
        int partition, Func<TEvent, int> seatOf, DispatchBuilder<TEvent> step, List<WaitingInfo> infos)
    {
        var moved = new Dictionary<int, List<MovedEvent<TEvent>>>();
        ref var lane = ref _all[partition];
        var before = lane.Before;

        // What has moved here waits before all that is parked, but behind all that is on the shelf.
        foreach (var (item, origin, seat) in lane.Shelf?.TakeMoved(seatOf) ?? [])
        {
            Lend(moved, partition, item, origin, seat);
        }

        foreach (var source in (lane.Sources ?? []).Where(static source => source.AreBefore))
        {
            before -= source.Count;
            source.Keep(Sort(partition, source.All, seatOf, moved));
        }

        if (lane.Shelf is null)
        {
            TakeParked(partition, before, seatOf, moved, infos);
        }

        lane.Before = 0;
        Pass(partition, ref lane, 0, areOver: false, step);
        return moved;
    }

    // One that was parked here goes elsewhere, and counts here until it is handed on; or that was its end.
    private void Lend(
        Dictionary<int, List<MovedEvent<TEvent>>> moved, int partition, TEvent item, Origin? origin, int seat)
    {
        if (seat < 0)
        {
            origin?.Settle(1);
        }
        else
        {
            _all[partition].Lent++;
            Put(moved, seat, new(item, origin, partition));
        }
    }

    private static void Put(
        Dictionary<int, List<MovedEvent<TEvent>>> moved, int seat, MovedEvent<TEvent> one)
    {
        if (!moved.TryGetValue(seat, out var all))
        {
            moved[seat] = all = [];
        }

        all.Add(one);
    }

    // Those that came from elsewhere, and have to go on: which of them stay?
    private List<MovedEvent<TEvent>> Sort(
        int partition,
        IEnumerable<MovedEvent<TEvent>> all,
        Func<TEvent, int> seatOf,
        Dictionary<int, List<MovedEvent<TEvent>>> moved)
    {
        var stay = new List<MovedEvent<TEvent>>();
        ref var lane = ref _all[partition];
        foreach (var one in all)
        {
            var seat = seatOf(one.Item);
            if (seat == partition)
            {
                stay.Add(one);
            }
            else if (seat < 0)
            {
                Free(one, ref lane);
                one.Origin?.Settle(1);
            }
            else if (one.Lender < 0)
            {
                lane.Moved--;
                lane.Lent++;
                Put(moved, seat, one with { Lender = partition });
            }
            else
            {
                Put(moved, seat, one);
            }
        }

        return stay;
    }

    private void TakeParked(
        int partition,
        int before,
        Func<TEvent, int> seatOf,
        Dictionary<int, List<MovedEvent<TEvent>>> moved,
        List<WaitingInfo> infos)
    {
        ref var lane = ref _all[partition];
        var markers = new Queue<(int Position, WaitingInfo Info)>(lane.Infos?.TakeAll() ?? []);
        var stay = new EventQueue<TEvent>();
        OriginRuns? origins = null;
        var count = lane.Park.Count;
        var all = lane.Park.Take(count, arrays);
        for (var index = 0; index <= count; index++)
        {
            while (markers.TryPeek(out var marker) && marker.Position <= index)
            {
                infos.Add(marker.Info);
                lane.Infos!.Add(stay.Count, markers.Dequeue().Info);
            }

            if (index == count)
            {
                break;
            }

            var origin = lane.Origins?.First;
            lane.Origins?.Pass(1, areOver: false);
            var seat = index < before ? seatOf(all[index]) : partition;
            if (seat == partition)
            {
                OriginRuns.Note(ref origins, stay.Count, origin, 1);
                stay.Append([all[index]], arrays);
            }
            else
            {
                Lend(moved, partition, all[index], origin, seat);
            }
        }

        lane.Park = stay;
        lane.Origins = origins;
    }

    /// <summary>Hands on what has moved to a partition, as far as its consumers asked for it.</summary>
    public void ServeSources(int partition, DispatchBuilder<TEvent> step, UpstreamDemand upstream)
    {
        ref var lane = ref _all[partition];
        while (lane.Sources is { Count: > 0 } sources && !lane.IsPaused)
        {
            var source = sources.Peek();
            while (source.TakeDue() is { } info)
            {
                lane.Shelf?.Inform(info);
                Arrive(info, step);
            }

            if (source.Count == 0)
            {
                sources.Dequeue();
            }
            else if (Sorted is { } sorted)
            {
                if (!sorted.TryPlaceMoved(source.First, partition, source.AreBefore, step))
                {
                    return;
                }

                source.RemoveFirst();
            }
            else if (lane.Outstanding > 0)
            {
                Deliver(partition, source, step, upstream);
            }
            else
            {
                return;
            }
        }

        if (lane.Sources is { Count: 0 })
        {
            lane.Sources = null;
            _fed.Remove(partition);
        }
    }

    private void Deliver(
        int partition, MovedEvents<TEvent> source, DispatchBuilder<TEvent> step, UpstreamDemand upstream)
    {
        ref var lane = ref _all[partition];
        var to = lane.Owner ?? lane.Sharers!.Highest;
        var taken = source.Take((int)Math.Min(to.Outstanding, int.MaxValue), out var origin);
        foreach (var one in taken)
        {
            Free(one, ref lane);
            if (one.Lender >= 0)
            {
                upstream.Eased(one.Lender);
            }
        }

        upstream.Sent(partition, taken.Count);
        step.Deliver(to, new ArraySegment<TEvent>([.. taken.Select(static one => one.Item)]), origin);
        lane.Sharers?.Change(to, -taken.Count);
        Cross(partition, ref lane, source.AreBefore ? taken.Count : 0);
    }

    /// <summary>An event that moved counts nowhere any more as one that waits to.</summary>
    public void Free(MovedEvent<TEvent> one, int partition) => Free(one, ref _all[partition]);

    /// <summary>Notes that events from before a change have left a lane.</summary>
    public void Cross(int partition, int count) => Cross(partition, ref _all[partition], count);

    private void Free(MovedEvent<TEvent> one, ref Lane<TEvent> lane)
    {
        if (one.Lender < 0)
        {
            lane.Moved--;
        }
        else
        {
            _all[one.Lender].Lent--;
            Note(one.Lender);
        }
    }

    private void InformSources(WaitingInfo info)
    {
        foreach (var partition in _fed)
        {
            foreach (var source in _all[partition].Sources!)
            {
                source.Inform(info.Wait());
            }
        }
    }

    private void Cross(int partition, ref Lane<TEvent> lane, int count)
    {
        if (lane.Before > 0 && count > 0)
        {
            lane.Before = Math.Max(0, lane.Before - count);
            if (lane.Before == 0)
            {
                Crossed.Enqueue(partition);
            }
        }
    }
}
