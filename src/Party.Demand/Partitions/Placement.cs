namespace Party.Demand.Partitions;

/// <summary>Where a selector puts an event, and the event as it is to be delivered.</summary>
/// <param name="Item">The event, changed or not.</param>
/// <param name="Partition">The index of its partition, or <see cref="NoPartition"/>.</param>
public readonly record struct Placement<TEvent>(TEvent Item, int Partition)
{
    /// <summary>The partition of an event that belongs to none, which is discarded: −1.</summary>
    public const int NoPartition = -1;
}
