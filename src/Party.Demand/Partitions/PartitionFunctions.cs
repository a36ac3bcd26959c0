namespace Party.Demand.Partitions;

/// <summary>What a partition dispatcher is told by code rather than by settings.</summary>
/// <seealso cref="PartitionDispatcherOptions{TEvent}"/>
public sealed record PartitionFunctions<TEvent>
{
    /// <summary>Chooses each event's partition.</summary>
    /// <value>None by default: by hash.</value>
    public PartitionSelector<TEvent>? Selector { get; init; }

    /// <summary>What an event is about; needed where <c>consumers</c> is <c>shared-by-key</c>.</summary>
    /// <value>None by default.</value>
    public EventKey<TEvent>? Key { get; init; }

    /// <summary>The classes by which the events of a partition are served that wait.</summary>
    /// <value>None by default.</value>
    public EventPriorities<TEvent>? Priorities { get; init; }

    /// <summary>How many bytes an event counts for; needed where there are <c>park-bytes</c>.</summary>
    /// <value>None by default; that of string and byte[] need not be told.</value>
    public Func<TEvent, long>? Size { get; init; }
}
