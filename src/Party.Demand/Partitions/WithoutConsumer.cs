namespace Party.Demand.Partitions;

/// <summary>What happens to an event whose partition has no consumer.</summary>
public enum WithoutConsumer
{
    /// <summary>It is parked like one whose consumer is slow, and waits for a consumer to come.</summary>
    Park,

    /// <summary>It is discarded.</summary>
    Discard,

    /// <summary>It goes to the default partition.</summary>
    DefaultPartition,
}
