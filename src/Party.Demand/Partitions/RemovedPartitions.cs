namespace Party.Demand.Partitions;

/// <summary>What becomes of the events that are parked in a partition which is removed.</summary>
public enum RemovedPartitions
{
    /// <summary>
    /// Its consumers get them, and end when all is handled. Where there is no consumer, or none any more, they move.
    /// </summary>
    Drain,

    /// <summary>
    /// Its consumers end with what they have been sent, and the rest goes where the new map sends it, before all that
    /// comes later.
    /// </summary>
    Move,

    /// <summary>The change is refused.</summary>
    Refuse,
}
