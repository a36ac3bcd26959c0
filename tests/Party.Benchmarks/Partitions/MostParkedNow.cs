namespace Party.Benchmarks.Partitions;

/// <summary>Asks a producer how many events wait in the partition where most do.</summary>
internal sealed record MostParkedNow
{
    public static MostParkedNow Instance { get; } = new();
}
