using System.Collections.Immutable;
using Party.Demand.Ledgers;

namespace Party.Demand.Watching;

/// <summary>What is going on in a producing stage, at one moment.</summary>
/// <remarks>It never changes, and may be read by any thread.</remarks>
public sealed record StageSnapshot
{
    /// <summary>The moment, by the clock of the stage's actor system.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The time since the snapshot before; zero for the first.</summary>
    public TimeSpan Interval { get; init; }

    /// <summary>Where every event is, in totals and in each partition, and what was discarded, by cause.</summary>
    public required ProducerBooks Books { get; init; }

    /// <summary>Demand that the producer is still to be asked for.</summary>
    public long Unasked { get; init; }

    /// <summary>The partition that the first held event waits for; null where none is held.</summary>
    public string? HeldFor { get; init; }

    /// <summary>Events handed on per second since the snapshot before, in all partitions.</summary>
    public double Rate { get; init; }

    /// <summary>Why the stage does nothing, if it does nothing.</summary>
    public IdleReason Idle { get; init; }

    /// <summary>The partitions, in their order.</summary>
    public required ImmutableArray<PartitionSnapshot> Partitions { get; init; }

    /// <summary>Which keys come most often; null where the dispatcher was given no key.</summary>
    public KeysSnapshot? Keys { get; init; }
}
