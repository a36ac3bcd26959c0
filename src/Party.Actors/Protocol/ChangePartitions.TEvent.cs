using Party.Demand.Partitions;

namespace Party.Actors.Protocol;

/// <summary>The same for a producer of certain events.</summary>
/// <param name="Change">The change.</param>
public sealed record ChangePartitions<TEvent>(PartitionChange<TEvent> Change) : ChangePartitions
{
    /// <summary>The change.</summary>
    public PartitionChange<TEvent> Change { get; init; } = Change ?? throw new ArgumentNullException(nameof(Change));

    internal override Type EventType => typeof(TEvent);
}
