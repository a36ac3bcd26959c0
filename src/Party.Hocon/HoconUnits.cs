using System.Collections.Frozen;
using System.Globalization;

namespace Party.Hocon;

/// <summary>Durations and sizes in bytes, written as a number and a unit: <c>1.5 s</c>, <c>10 minutes</c>, <c>4 MiB</c>.</summary>
public static class HoconUnits
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

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
    /// <param name="text">The text of a scalar; <c>infinite</c> is a duration too.</param>
    /// <param name="duration">To the next 100 ns; <see cref="Timeout.InfiniteTimeSpan"/> for <c>infinite</c>.</param>
    /// <returns>Whether the text is a duration that a <see cref="TimeSpan"/> can hold.</returns>
    public static bool TryParseDuration(string text, out TimeSpan duration)
    {
        if (text.Trim() == "infinite")
        {
            duration = Timeout.InfiniteTimeSpan;
            return true;
        }

        var isRead = TryScale(text, Ticks, out var ticks) && ticks is >= long.MinValue and <= long.MaxValue;
        duration = isRead ? new((long)ticks) : TimeSpan.Zero;
        return isRead;
    }

    /// <summary>Reads a size: b, kB, K, KiB to eb, E, EiB and their long names; K, M, … and KiB, MiB, … are powers of 1024.</summary>
    /// <returns>Whether the text is a size that a <see cref="long"/> can hold. A fraction of a byte is cut off.</returns>
    public static bool TryParseSize(string text, out long bytes)
    {
        var isRead = TryScale(text, Bytes, out var scaled) && scaled is >= long.MinValue and <= long.MaxValue;
        bytes = isRead ? (long)scaled : 0;
        return isRead;
    }

    private static bool TryScale(string text, FrozenDictionary<string, decimal> units, out decimal scaled)
    {
        var trimmed = text.AsSpan().Trim();
        var length = trimmed.LastIndexOfAnyInRange('0', '9') + 1;
        if (length > 0 && length < trimmed.Length && trimmed[length] == '.')
        {
            length++;
        }

        scaled = 0;
        if (!units.TryGetValue(trimmed[length..].Trim().ToString(), out var unit)
            || !decimal.TryParse(trimmed[..length], Number, CultureInfo.InvariantCulture, out var number)
            || Math.Abs(number) > decimal.MaxValue / Math.Max(unit, 1))
        {
            return false;
        }

        scaled = number * unit;
        return true;
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
