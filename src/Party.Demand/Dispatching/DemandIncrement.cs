namespace Party.Demand.Dispatching;

/// <summary>What a producer is asked for now, beyond what it still owes from earlier calls.</summary>
/// <remarks>The span is the dispatcher's own: good until the call that brought it returns.</remarks>
public readonly ref struct DemandIncrement
{
    /// <summary>How many events to emit, at least 1 when a producer is called with it.</summary>
    public int Total { get; init; }

    /// <summary>
    /// The partitions whose demand grew since the last call. A producer that declared that it addresses partitions
    /// owes exactly this many events to each of them; to any other they only tell who is asking.
    /// </summary>
    public ReadOnlySpan<PartitionDemand> Partitions { get; init; }
}
