namespace Party.Demand.Partitions.Moving;

/// <summary>A change of the partitions that is under way: which events have to wait for their old partition.</summary>
/// <remarks>
/// Every seat has a barrier, which stands until all that was placed there before the change has come to its end. An
/// event whose seat has changed waits as long as the barrier of its old seat stands. The cost is O(1) for an event, and
/// O(queues of a seat) when its barrier falls.
/// </remarks>
/// <param name="before">The selector that was in force, answering with seats.</param>
/// <param name="seats">The seats with a barrier.</param>
internal sealed class Moves<TEvent>(PartitionSelector<TEvent> before, IEnumerable<int> seats)
{
    private readonly HashSet<int> _standing = [.. seats];
    private readonly Dictionary<int, List<MovedEvents<TEvent>>> _bySeat = [];
    private readonly Dictionary<(int From, int To), MovedEvents<TEvent>> _queues = [];

    /// <summary>The seats whose barriers stand.</summary>
    public IReadOnlyCollection<int> Standing => _standing;

    /// <summary>All events that wait for a barrier, by where they come from and go to.</summary>
    public IEnumerable<MovedEvents<TEvent>> Queues => _queues.Values;

    /// <summary>Whether the barrier of a seat stands.</summary>
    public bool IsStanding(int seat) => _standing.Contains(seat);

    /// <summary>The seat that an event would have had before; −1 where it would have had none.</summary>
    public int SeatBefore(TEvent item)
    {
        try
        {
            return before.Index is { } index ? index(item) : before.Place!(item).Partition;
        }
        catch (Exception)
        {
            // Where the old map fails there is nothing older of this event's key to wait for.
            return Placement<TEvent>.NoPartition;
        }
    }

    /// <summary>Lets older events that were parked in a seat move with those that come later.</summary>
    /// <returns>All that move the same way.</returns>
    public MovedEvents<TEvent> AddBefore(int from, int to, List<MovedEvent<TEvent>> older, long now)
    {
        var queue = QueueOf(from, to, now);
        queue.AddBefore(older);
        return queue;
    }

    /// <summary>A barrier falls.</summary>
    /// <returns>The events that waited for it.</returns>
    public IReadOnlyList<MovedEvents<TEvent>> Fell(int seat)
    {
        _standing.Remove(seat);
        if (!_bySeat.Remove(seat, out var all))
        {
            return [];
        }

        foreach (var queue in all)
        {
            _queues.Remove((queue.From, queue.To));
        }

        return all;
    }

    /// <summary>The events that move from one seat to another, and wait for the barrier there.</summary>
    public MovedEvents<TEvent> QueueOf(int from, int to, long now)
    {
        if (!_queues.TryGetValue((from, to), out var queue))
        {
            _queues[(from, to)] = queue = new(from, to, now);
            if (!_bySeat.TryGetValue(from, out var all))
            {
                _bySeat[from] = all = [];
            }

            all.Add(queue);
        }

        return queue;
    }
}
