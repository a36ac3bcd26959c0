namespace Party.Benchmarks;

/// <summary>How long to measure.</summary>
internal sealed record Settings(bool IsQuick)
{
    public static int[] MaxDemands { get; } = [1000, 100, 10];

    /// <summary>Actors that live at a time.</summary>
    public static int Actors => 100_000;

    /// <summary>Rounds of what is looked at through a window, or takes a second by itself.</summary>
    public static int LongRounds => 5;

    /// <summary>Whether a run takes a second by itself.</summary>
    public bool IsLong { get; init; }

    /// <summary>Runs that are watched for the most memory they take.</summary>
    public int Peaks => IsQuick ? 1 : 3;

    /// <summary>Events that are there before they flow.</summary>
    public int Events => IsQuick ? 1_000_000 : 10_000_000;

    public int Rounds => IsQuick || IsLong ? LongRounds : 11;

    /// <summary>How long to run before measuring, at least.</summary>
    public TimeSpan WarmUp => TimeSpan.FromSeconds(IsQuick || IsLong ? 1.5 : 3);

    /// <summary>The least that one run of a contender takes; it gets as many events as that needs.</summary>
    public TimeSpan Run => TimeSpan.FromMilliseconds(IsQuick ? 25 : 60);

    /// <summary>Round trips of a round that are timed one by one.</summary>
    public int Trips => IsQuick ? 20_000 : 100_000;

    /// <summary>How long a flow is looked at.</summary>
    public TimeSpan Window => TimeSpan.FromSeconds(IsQuick ? 0.1 : 0.4);

    /// <summary>A window for something that comes every so many milliseconds: it sees two, unless in haste.</summary>
    public TimeSpan WindowFor(double period) =>
        IsQuick || 2 * period < Window.TotalMilliseconds ? Window : TimeSpan.FromMilliseconds(2 * period);

    /// <summary>How often a flow is asked what it has parked, in a round.</summary>
    public int Looks => IsQuick ? 5 : 20;
}
