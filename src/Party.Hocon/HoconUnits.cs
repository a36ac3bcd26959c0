using System.Collections.Frozen;
using System.Globalization;

namespace Party.Hocon;

/// <summary>Durations and sizes in bytes, written as a number and a unit: <c>1.5 s</c>, <c>10 minutes</c>, <c>4 MiB</c>.</summary>
public static class HoconUnits
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    // The last one divides everything.
    private static readonly string[] Written = ["d", "h", "m", "s", "ms", "us", "ns"];

    private static readonly FrozenDictionary<string, decimal> Ticks = new (string[] Names, decimal Ticks)[]
    {
        (["ns", "nano", "nanos", "nanosecond", "nanoseconds"], 0.01m),
        (["us", "micro", "micros", "microsecond", "microseconds"], TimeSpan.TicksPerMicrosecond),
        (["", "ms", "milli", "millis", "millisecond", "milliseconds"], TimeSpan.TicksPerMillisecond),
        (["s", "second", "seconds"], TimeSpan.TicksPerSecond),
        (["m", "minute", "minutes"], TimeSpan.TicksPerMinute),
        (["h", "hour", "hours"], TimeSpan.TicksPerHour),
        (["d", "day", "days"], TimeSpan.TicksPerDay),
    }.SelectMany(unit => unit.Names, (unit, name) => (name, unit.Ticks)).ToFrozenDictionary(pair => pair.name, pair => pair.Ticks);

    private static readonly FrozenDictionary<string, decimal> Bytes = Sizes().ToFrozenDictionary(pair => pair.Name, pair => pair.Bytes);

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

    /// <summary>Writes a duration so that it is read back the same, in the largest unit that needs no fraction: <c>90 s</c>.</summary>
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
    /// <returns>K, M, … and KiB, MiB, … are powers of 1024, kB, MB, … powers of 1000; a fraction of a byte is cut off.</returns>
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

    private static IEnumerable<(string Name, decimal Bytes)> Sizes()
    {
        string[] one = ["", "b", "B", "byte", "bytes"];
        foreach (var name in one)
        {
            yield return (name, 1);
        }

        (string Letter, string Thousands, string Binary)[] powers =
            [("k", "kilo", "kibi"), ("m", "mega", "mebi"), ("g", "giga", "gibi"), ("t", "tera", "tebi"), ("p", "peta", "pebi"), ("e", "exa", "exbi")];
        decimal thousands = 1;
        decimal binary = 1;
        foreach (var (letter, thousandsName, binaryName) in powers)
        {
            thousands *= 1000;
            binary *= 1024;
            var upper = letter.ToUpperInvariant();
            yield return ($"{(letter == "k" ? letter : upper)}B", thousands);
            yield return ($"{thousandsName}byte", thousands);
            yield return ($"{thousandsName}bytes", thousands);
            foreach (var name in (string[])[letter, upper, $"{upper}i", $"{upper}iB", $"{binaryName}byte", $"{binaryName}bytes"])
            {
                yield return (name, binary);
            }
        }
    }
}
