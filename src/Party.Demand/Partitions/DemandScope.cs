namespace Party.Demand.Partitions;

/// <summary>Whose backlog counts against whose demand.</summary>
public enum DemandScope
{
    /// <summary>
    /// What all partitions wait for is asked of the producer, so that the backlog of one never eats the demand of
    /// another.
    /// </summary>
    PerPartition,

    /// <summary>
    /// One pool for all partitions: GenStage's arithmetic. A slow partition ends up holding all of it.
    /// </summary>
    Pooled,
}
