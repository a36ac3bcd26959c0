using Party.Demand.Partitions;

namespace Party.Actors.Protocol;

/// <summary>The same for a producer of certain events.</summary>
/// <param name="Change">The change.</param>
public sealed record ChangePartitions<TEvent>(PartitionChange<TEvent> Change) : ChangePartitions
{
    internal override Type EventType => typeof(TEvent);
}
