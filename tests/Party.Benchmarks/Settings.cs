namespace Party.Benchmarks;

/// <summary>How long to measure.</summary>
internal sealed record Settings(bool IsQuick)
{
    public int Rounds => IsQuick ? 5 : 15;

    public static int[] MaxDemands { get; } = [1000, 100, 10];

    /// <summary>Fewer words where each of them costs more.</summary>
    public long WordsAt(int maxDemand) => (IsQuick ? 10_000L : 40_000L) * maxDemand;
}
