using Party.Demand.Buffering;
using Party.Demand.Partitions;

namespace Party.Actors;

/// <summary>How a producer shares its events out, and what it does with those that nobody asked for.</summary>
public sealed record ProducerOptions<TEvent>
{
    /// <summary>The partitions and how an event finds its own.</summary>
    /// <value>A single partition by default, for a single consumer.</value>
    public PartitionDispatcherOptions<TEvent> Dispatcher { get; init; } =
        new() { Partitions = PartitionNames.Numbered(1) };

    /// <summary>The stage buffer.</summary>
    /// <value>10,000 events by default, of which the newest survive an overflow.</value>
    public EventBufferOptions Buffer { get; init; } = new();
}
