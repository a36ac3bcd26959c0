namespace Party.Flows.Windows;

/// <summary>Arithmetic of event times in ticks since the year 1 (UTC), which neither overflows nor throws.</summary>
internal static class Ticks
{
    /// <summary>The sum, or the greatest number there is.</summary>
    public static long Add(long time, long span) => time > long.MaxValue - span ? long.MaxValue : time + span;

    /// <summary>The greatest whole number of spans that is not above the time.</summary>
    public static long Floor(long time, long span)
    {
        var (quotient, remainder) = Math.DivRem(time, span);
        return remainder < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The time that a user is shown: the nearest one that exists.</summary>
    public static DateTimeOffset Show(long time) =>
        new(Math.Clamp(time, DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
}
