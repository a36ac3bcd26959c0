using System.Globalization;

namespace Party.Hocon.Reading;

/// <summary>The words for a range in a message.</summary>
internal static class Bounds
{
    /// <summary>What to say after the noun; nothing where a bound is as far out as it can be.</summary>
    public static string Describe<T>(T min, T max, T lowest, T highest)
        where T : IComparable<T>, IFormattable
        => (min.CompareTo(lowest) > 0, max.CompareTo(highest) < 0) switch
        {
            (true, true) => $" of [{Text(min)}..{Text(max)}]",
            (true, false) => $" of at least {Text(min)}",
            (false, true) => $" of at most {Text(max)}",
            _ => "",
        };

    private static string Text(IFormattable value)
        => value is TimeSpan duration
            ? HoconUnits.FormatDuration(duration)
            : value.ToString(null, CultureInfo.InvariantCulture);
}
