namespace Party.Demand.Dispatching;

/// <summary>Why a subscription is refused.</summary>
public enum Refusal
{
    /// <summary>It is not refused.</summary>
    None,

    /// <summary>The consumer already has a subscription of this id here.</summary>
    AlreadySubscribed,

    /// <summary>The dispatcher has several partitions, and the subscription names none.</summary>
    PartitionMissing,

    /// <summary>The dispatcher has no such partition.</summary>
    PartitionUnknown,

    /// <summary>Another consumer owns the partition.</summary>
    PartitionTaken,

    /// <summary>The options of the subscription contradict each other.</summary>
    OptionsRejected,

    /// <summary>The producer is draining and takes no new consumers.</summary>
    Draining,

    /// <summary>The producer has no selector of this name.</summary>
    SelectorUnknown,

    /// <summary>The stage is no producer.</summary>
    NoProducer,

    /// <summary>The dispatcher has no such partition yet: a change that adds it waits for another.</summary>
    PartitionExpected,
}
