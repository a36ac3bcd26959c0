using System.Collections.Frozen;
using System.Globalization;

namespace Party.Hocon;

/// <summary>Durations and sizes, written as a number and a unit: <c>1.5 s</c>, <c>4 MiB</c>.</summary>
public static class HoconUnits
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    // The last one divides everything.
    private static readonly string[] Written = ["d", "h", "m", "s", "ms", "us", "ns"];

    private static readonly FrozenDictionary<string, decimal> Ticks = Table(
    [
        (["ns", "nano", "nanos", "nanosecond", "nanoseconds"], 0.01m),
        (["us", "micro", "micros", "microsecond", "microseconds"], TimeSpan.TicksPerMicrosecond),
        (["", "ms", "milli", "millis", "millisecond", "milliseconds"], TimeSpan.TicksPerMillisecond),
        (["s", "second", "seconds"], TimeSpan.TicksPerSecond),
        (["m", "minute", "minutes"], TimeSpan.TicksPerMinute),
        (["h", "hour", "hours"], TimeSpan.TicksPerHour),
        (["d", "day", "days"], TimeSpan.TicksPerDay),
    ]);

    private static readonly FrozenDictionary<string, decimal> Bytes = Table(
    [
        (["", "b", "B", "byte", "bytes"], 1),
        .. Powers("k", "kB", "kilo", "kibi", 1e3m, 1L << 10),
        .. Powers("m", "MB", "mega", "mebi", 1e6m, 1L << 20),
        .. Powers("g", "GB", "giga", "gibi", 1e9m, 1L << 30),
        .. Powers("t", "TB", "tera", "tebi", 1e12m, 1L << 40),
        .. Powers("p", "PB", "peta", "pebi", 1e15m, 1L << 50),
        .. Powers("e", "EB", "exa", "exbi", 1e18m, 1L << 60),
    ]);

    /// <summary>Reads a duration: ns, us, ms, s, m, h, d and their long names; a bare number is milliseconds.</summary>
    /// <returns>To the nearest 100 ns; <see cref="Timeout.InfiniteTimeSpan"/> for <c>infinite</c>.</returns>
    /// <exception cref="FormatException">The text is no duration.</exception>
    /// <exception cref="OverflowException">The duration is longer than a <see cref="TimeSpan"/> can be.</exception>
    public static TimeSpan ParseDuration(string text)
    {
        if (text.AsSpan().Trim() is "infinite")
        {
            return Timeout.InfiniteTimeSpan;
        }

        return Scale(text, Ticks) is { } ticks
            ? new(decimal.ToInt64(decimal.Round(ticks)))
            : throw new FormatException($"Expected a duration such as 10 ms, 1.5s or 1 minute, got \"{text}\".");
    }

    /// <summary>Writes a duration in the largest unit that needs no fraction: <c>90 s</c>.</summary>
    public static string FormatDuration(TimeSpan duration)
    {
        if (duration == Timeout.InfiniteTimeSpan || duration == TimeSpan.Zero)
        {
            return duration == TimeSpan.Zero ? "0 s" : "infinite";
        }

        var unit = Written.First(unit => duration.Ticks % Ticks[unit] == 0);
        return string.Create(CultureInfo.InvariantCulture, $"{duration.Ticks / Ticks[unit]:0} {unit}");
    }

    /// <summary>Reads a size: b, kB, K, KiB to EB, E, EiB and their long names; a bare number is bytes.</summary>
    /// <returns>K and KiB are 1024, kB is 1000, and so on; a fraction of a byte is cut off.</returns>
    /// <exception cref="FormatException">The text is no size.</exception>
    /// <exception cref="OverflowException">The size is 8 EiB or more.</exception>
    public static long ParseSize(string text) => Scale(text, Bytes) is { } bytes
        ? decimal.ToInt64(bytes)
        : throw new FormatException($"Expected a size such as 512, 64 KiB or 4MB, got \"{text}\".");

    private static decimal? Scale(string text, FrozenDictionary<string, decimal> units)
    {
        var trimmed = text.AsSpan().Trim();
        var length = trimmed.LastIndexOfAnyInRange('0', '9') + 1;
        var isNumber = decimal.TryParse(trimmed[..length], Number, CultureInfo.InvariantCulture, out var number);
        return isNumber && units.TryGetValue(trimmed[length..].Trim().ToString(), out var unit) ? number * unit : null;
    }

    private static IEnumerable<(string[] Names, decimal Unit)> Powers(
        string letter, string thousands, string prefix, string binaryPrefix, decimal decimalUnit, long binaryUnit)
    {
        var upper = letter.ToUpperInvariant();
        return
        [
            ([thousands, $"{prefix}byte", $"{prefix}bytes"], decimalUnit),
            ([letter, upper, $"{upper}i", $"{upper}iB", $"{binaryPrefix}byte", $"{binaryPrefix}bytes"], binaryUnit),
        ];
    }

    private static FrozenDictionary<string, decimal> Table(IEnumerable<(string[] Names, decimal Unit)> units)
        => units.SelectMany(unit => unit.Names, (unit, name) => KeyValuePair.Create(name, unit.Unit))
            .ToFrozenDictionary();
}
