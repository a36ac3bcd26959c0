using Party.Demand.Ledgers;

namespace Party.Demand.Watching;

/// <summary>One partition as a snapshot shows it.</summary>
/// <param name="Books">Its line in the books: demand, what is parked, in flight, returned, and handled in all.</param>
public readonly record struct PartitionSnapshot(PartitionBooks Books)
{
    /// <summary>The partition's name.</summary>
    public string Partition => Books.Partition;

    /// <summary>Events handed on per second since the snapshot before, those handed on again included.</summary>
    public double Rate { get; init; }

    /// <summary>The share of all that was handed on since the snapshot before, 0 to 1.</summary>
    public double Share { get; init; }

    /// <summary>How many subscriptions it has.</summary>
    public int Consumers { get; init; }

    /// <summary>Whether it is paused.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Whether events go there no more, since the partitions were changed.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>
    /// For how long the oldest parked event has been parked, at least; null where none is, or nobody knows.
    /// </summary>
    /// <remarks>
    /// It is told from how many events had been parked at the snapshots before: of an event that came between two of
    /// them, as if it had come with the later one, and of one that was there before the watching began, as if it had
    /// come then. Beyond that it is less by no more than one part in eight.
    /// </remarks>
    public TimeSpan? OldestAge { get; init; }
}
