namespace Akka.Pattern;

/// <summary>How long to wait before a restart: doubled each time up to a limit, and longer by chance.</summary>
internal readonly record struct Waits(TimeSpan Min, TimeSpan Max, double RandomFactor)
{
    // By then even the shortest time span has become longer than the longest.
    private const int MostDoublings = 63;

    /// <summary>The wait before the restart of that number, counted from 0; the chance is from 0 up to 1.</summary>
    public TimeSpan Before(int restart, double chance)
    {
        var doubled = Min.TotalMilliseconds * Math.Pow(2, Math.Min(restart, MostDoublings));
        return TimeSpan.FromMilliseconds(Math.Min(doubled, Max.TotalMilliseconds) * (1 + (chance * RandomFactor)));
    }

    /// <exception cref="ArgumentException">A value makes no sense.</exception>
    public void Check()
    {
        Check(Min > TimeSpan.Zero, "minBackoff", "longer than zero", Min);
        Check(Max >= Min, "maxBackoff", $"at least minBackoff, {Min}", Max);
        Check(RandomFactor is >= 0 and <= 1, "randomFactor", "from 0 to 1", RandomFactor);
    }

    private static void Check(bool isFine, string name, string expected, object got)
    {
        if (!isFine)
        {
            throw new ArgumentException($"Expected {name} to be {expected}, got {got}.");
        }
    }
}
