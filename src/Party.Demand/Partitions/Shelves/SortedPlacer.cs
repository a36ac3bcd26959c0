using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions.Asking;
using Party.Demand.Partitions.Moving;
using Party.Demand.Partitions.Placing;

namespace Party.Demand.Partitions.Shelves;

/// <summary>Gives an event that has a partition its place on the shelf there, or hands it on at once.</summary>
/// <remarks>
/// One event after the other: the user's functions run, once each, and then everything of the event moves. An event
/// that has to wait for room keeps what they said.
/// </remarks>
internal sealed class SortedPlacer<TEvent>(
    PartitionDispatcherOptions<TEvent> options,
    Lanes<TEvent> lanes,
    Sorter<TEvent> sorter,
    DiscardCounts discards,
    UpstreamDemand upstream)
{
    private Ticket? _stuck;

    /// <summary>The event that waited for room comes to another end.</summary>
    public void Forget()
    {
        if (_stuck is { } ticket)
        {
            sorter.Release(ticket);
            _stuck = null;
        }
    }

    /// <summary>Places an event; one that could not be placed the last time is the first of the next.</summary>
    /// <param name="placement">The event, and the partition it came for.</param>
    /// <param name="partition">Where it goes; the default partition, it may be.</param>
    /// <param name="origin">What it was made of.</param>
    /// <param name="step">Takes what is to be done.</param>
    /// <returns>False where it waits for room.</returns>
    public bool Place(in Placement<TEvent> placement, int partition, Origin? origin, DispatchBuilder<TEvent> step)
    {
        var item = placement.Item;
        Ticket ticket;
        if (_stuck is { } waited)
        {
            ticket = sorter.Redirect(waited, partition);
            _stuck = null;
        }
        else if (!sorter.TryIssue(partition, item, out ticket, out var failure))
        {
            Discard(placement.Partition, origin, failure.Cause);
            step.Name(failure);
            return true;
        }

        var shelf = sorter.ShelfOf(partition);
        if (shelf.TryHandOn(item, origin, ticket))
        {
            Pay(placement.Partition, partition);
        }
        else if (!shelf.IsFull || MakeRoom(shelf, partition, ticket, step))
        {
            shelf.Park(item, origin, ticket);
            Pay(placement.Partition, partition);
        }
        else if (options.ParkPolicy == ParkPolicy.Backpressure)
        {
            _stuck = ticket;
            return false;
        }
        else
        {
            Discard(placement.Partition, origin, DiscardCause.ParkFull);
        }

        sorter.Release(ticket);
        return true;
    }

    /// <summary>Places an event that has moved here, if there is room for it.</summary>
    /// <param name="moved">The event. Where it counts against the park here, it does not any more.</param>
    /// <param name="partition">Where it goes.</param>
    /// <param name="isBefore">Whether it has waited there since before the change that is under way.</param>
    /// <param name="step">Takes what is to be done.</param>
    /// <returns>False where there is no room: then nothing has changed.</returns>
    public bool TryPlaceMoved(
        in MovedEvent<TEvent> moved, int partition, bool isBefore, DispatchBuilder<TEvent> step)
    {
        var shelf = sorter.ShelfOf(partition);
        if (!sorter.TryIssue(partition, moved.Item, out var ticket, out var failure))
        {
            lanes.Free(moved, partition);
            discards.Add(failure.Cause, 1);
            upstream.Dropped(partition, 1);
            moved.Origin?.Settle(1);
            step.Name(failure);
            lanes.Cross(partition, isBefore ? 1 : 0);
            return true;
        }

        ticket = ticket with { IsBefore = isBefore };

        // What counts here already takes no more room.
        var isWanted = shelf.TryHandOn(moved.Item, moved.Origin, ticket);
        var hasRoom = shelf.Bytes < (options.ParkBytes ?? long.MaxValue) && (moved.Lender < 0 || !shelf.IsFull);
        if (isWanted || hasRoom)
        {
            lanes.Free(moved, partition);
            upstream.Eased(moved.Lender < 0 ? partition : moved.Lender);
            if (isWanted)
            {
                lanes.Cross(partition, isBefore ? 1 : 0);
            }
            else
            {
                shelf.Park(moved.Item, moved.Origin, ticket);
            }
        }

        sorter.Release(ticket);
        return isWanted || hasRoom;
    }

    private bool MakeRoom(Shelf<TEvent> shelf, int partition, in Ticket ticket, DispatchBuilder<TEvent> step)
    {
        if (options.ParkPolicy == ParkPolicy.Fail)
        {
            var (limit, setting) = shelf.Room == 0 && shelf.Count < options.ParkLimit
                ? ($"less than {options.ParkBytes} bytes of parked events", "park-bytes")
                : ($"at most {options.ParkLimit} parked events", "park-limit");
            step.Overflow = $"Expected {limit} in partition {options.Partitions[partition]}, got one more event. "
                + $"Raise {setting}, or choose another park-policy. The event was discarded.";
        }

        if (options.ParkPolicy != ParkPolicy.DropOldest)
        {
            return false;
        }

        while (shelf.IsFull)
        {
            if (shelf.Count == 0 || !shelf.TryDropOldest(ticket))
            {
                return false;
            }

            discards.Add(DiscardCause.ParkFull, 1);
        }

        return true;
    }

    private void Pay(int from, int to)
    {
        if (from != to)
        {
            upstream.SentOn(from, to, 1);
        }

        lanes.All[to].Placed++;
        upstream.Placed(to, 1);
    }

    private void Discard(int partition, Origin? origin, DiscardCause cause)
    {
        discards.Add(cause, 1);
        upstream.TurnedAway(partition, 1);
        origin?.Settle(1);
    }
}
