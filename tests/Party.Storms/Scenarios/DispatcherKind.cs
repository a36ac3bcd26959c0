namespace Party.Storms.Scenarios;

/// <summary>Who gets which event of a stage.</summary>
public enum DispatcherKind
{
    Demand,
    Broadcast,
    BroadcastWithSelectors,
    PooledPartitions,
    Partitions,
}
