namespace Party.Benchmarks.Partitions;

/// <summary>What a producer has emitted: the answer to being asked.</summary>
/// <param name="Count">How many events.</param>
/// <param name="Sum">Their sum.</param>
internal sealed record Emitted(long Count, long Sum)
{
    /// <summary>The question.</summary>
    public static Emitted SoFar { get; } = new(0, 0);
}
