namespace Party.Demand.Partitions;

/// <summary>How many consumers a partition may have, and which of them gets an event.</summary>
public enum PartitionConsumers
{
    /// <summary>One; another that subscribes is refused.</summary>
    Exclusive,

    /// <summary>
    /// One is served, in the order they came; the others stand by, and the next takes over when it leaves.
    /// </summary>
    ExclusiveWithStandbys,

    /// <summary>Any number: an event goes to the one with the highest demand, so that there is no order.</summary>
    Shared,

    /// <summary>
    /// Any number: the events of one key go to one consumer at a time, in order, and to another only when all that it
    /// was sent of that key is confirmed.
    /// </summary>
    SharedByKey,
}
