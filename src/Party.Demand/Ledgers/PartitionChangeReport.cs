using System.Collections.Immutable;
using Party.Demand.Partitions;

namespace Party.Demand.Ledgers;

/// <summary>What a change of the partitions came to, when no event had to wait for it any more.</summary>
public sealed record PartitionChangeReport
{
    /// <summary>
    /// Why the change was refused after all, when its turn came after another; null where it was not. Nothing was
    /// changed then.
    /// </summary>
    public string? Refusal { get; init; }

    /// <summary>The partitions in force since the change.</summary>
    public required PartitionNames Partitions { get; init; }

    /// <summary>The partitions that it added.</summary>
    public required ImmutableArray<string> Added { get; init; }

    /// <summary>The partitions that it removed.</summary>
    public required ImmutableArray<string> Removed { get; init; }

    /// <summary>How many events waited in their new partition for their old one.</summary>
    public required long Moved { get; init; }

    /// <summary>How long the longest of them waited.</summary>
    public required TimeSpan LongestWait { get; init; }

    /// <summary>How long it took until no event had to wait any more.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The partitions that were not waited for any more, since it took too long; empty by default.</summary>
    public required ImmutableArray<string> TimedOut { get; init; }

    /// <summary>Of the events that waited, how many were discarded when it took too long.</summary>
    public required long Discarded { get; init; }

    /// <summary><c>[one, two]: 7 events waited, 00:00:00.0021 at the longest; added [two]; removed []</c>.</summary>
    public override string ToString() => Refusal ?? $"{Partitions}: {Moved} events waited, {LongestWait} at the longest; "
        + $"added [{string.Join(", ", Added)}]; removed [{string.Join(", ", Removed)}]";
}
