namespace Party.Demand.Partitions.Moving;

/// <summary>
/// Which name has which seat. A name keeps its seat for ever, and a new one gets a seat behind all others.
/// </summary>
internal sealed class SeatTable(PartitionNames names)
{
    private readonly HashSet<int> _removed = [];

    // From the index in the names in force to the seat; null where they are the same.
    private int[]? _seats;

    /// <summary>The names by seat, removed ones included.</summary>
    public PartitionNames All { get; private set; } = names;

    /// <summary>The names in force, as the selector knows them.</summary>
    public PartitionNames InForce { get; private set; } = names;

    /// <summary>Whether a seat's partition is no more.</summary>
    public bool IsRemoved(int seat) => _removed.Count > 0 && _removed.Contains(seat);

    /// <summary>The seats of partitions that would be no more.</summary>
    public IEnumerable<int> RemovedBy(PartitionNames names) => Enumerable.Range(0, All.Count)
        .Where(seat => !IsRemoved(seat) && names.IndexOf(All[seat]) < 0);

    /// <summary>Puts other names in force.</summary>
    public void Change(PartitionNames names)
    {
        foreach (var seat in RemovedBy(names).ToList())
        {
            _removed.Add(seat);
        }

        All = All.Joined(names);
        InForce = names;
        var seats = Enumerable.Range(0, names.Count).Select(index => All.IndexOf(names[index])).ToArray();
        _removed.ExceptWith(seats);
        _seats = seats.Length == All.Count && seats.Select((seat, index) => seat == index).All(isSame => isSame)
            ? null
            : seats;
    }

    /// <summary>The same selector, answering with seats.</summary>
    public PartitionSelector<TEvent> Seat<TEvent>(PartitionSelector<TEvent> selector)
    {
        if (_seats is not { } seats)
        {
            return selector;
        }

        var names = InForce;
        return selector.Index is { } index
            ? new(item => SeatOf(index(item), seats, names))
            : new PartitionSelector<TEvent>(item => selector.Place!(item) is var placement
                ? placement with { Partition = SeatOf(placement.Partition, seats, names) }
                : default);
    }

    private static int SeatOf(int index, int[] seats, PartitionNames names) => (uint)index < (uint)seats.Length
        ? seats[index]
        : index == Placement<int>.NoPartition
        ? index
        : throw new UnknownPartitionException($"Expected a partition of {names}, got {index}.");
}
