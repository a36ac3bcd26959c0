namespace Party.Benchmarks;

/// <summary>How long to measure.</summary>
internal sealed record Settings(bool IsQuick)
{
    public int Rounds => IsQuick ? 5 : 15;

    public static int[] MaxDemands { get; } = [1000, 100, 10];

    /// <summary>Messages of a run of the runtime's shapes.</summary>
    public long Messages => IsQuick ? 1_000_000 : 10_000_000;

    /// <summary>Actors that live at a time.</summary>
    public static int Actors => 100_000;

    /// <summary>Round trips of a round that are timed one by one.</summary>
    public int Trips => IsQuick ? 20_000 : 200_000;

    /// <summary>How long a flow is looked at.</summary>
    public TimeSpan Window => TimeSpan.FromSeconds(IsQuick ? 0.4 : 1);

    /// <summary>How often a flow is asked what it has parked, in a round.</summary>
    public int Looks => IsQuick ? 10 : 40;

    /// <summary>Fewer words where each of them costs more.</summary>
    public long WordsAt(int maxDemand) => (IsQuick ? 10_000L : 40_000L) * maxDemand;
}
