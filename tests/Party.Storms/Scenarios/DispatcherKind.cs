namespace Party.Storms.Scenarios;

/// <summary>Who gets which event of a stage.</summary>
public enum DispatcherKind
{
    Demand,
    Broadcast,
    BroadcastWithSelectors,
    PooledPartitions,
    Partitions,

    /// <summary>Partitions, each of which the producer makes events for as it is asked to.</summary>
    AddressedPartitions,
}
