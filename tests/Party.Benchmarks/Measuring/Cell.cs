using System.Globalization;
using System.Text.RegularExpressions;

namespace Party.Benchmarks.Measuring;

/// <summary>One value of a row: a field of its JSON line and, unless it has no text, a column of the table.</summary>
/// <param name="Name">In camel case.</param>
/// <param name="Value">A text, a number, or nothing.</param>
/// <param name="Text">How it reads.</param>
internal sealed partial record Cell(string Name, object? Value, string? Text)
{
    /// <summary>The column's; by default, the name as words.</summary>
    public string Heading { get; init; } =
        Capital().Replace(Name, static one => $" {one.Value.ToLowerInvariant()}");

    public static Cell Of(string name, string text) => new(name, text, text);

    public static Cell Count(string name, long count) => new(name, count, $"{count:#,0}");

    public static Cell MaxDemand(int count) => Count("maxDemand", count) with { Heading = "max-demand" };

    /// <summary>The median of how often a second, and the least and the most.</summary>
    public static Cell Rate(string name, List<double> rates)
    {
        var (unit, letter) = Median.Of(rates) switch { >= 1e6 => (1e6, " M"), >= 1e4 => (1e3, " k"), _ => (1, "") };
        var text = $"{Short(Median.Of(rates) / unit)}{letter}/s";
        return new(
            name,
            Rounded(Median.Of(rates)),
            rates.Count == 1 ? text : $"{text} ({Short(rates.Min() / unit)} to {Short(rates.Max() / unit)})");
    }

    /// <summary>The median of the ratios of the same round, and the least and the most; none, no text.</summary>
    public static Cell Ratio(string name, List<double> ratios) => ratios.Count == 0
        ? new(name, null, "")
        : new(
            name,
            Rounded(Median.Of(ratios)),
            $"**{Short(Median.Of(ratios))}** ({Short(ratios.Min())} to {Short(ratios.Max())})");

    public static Cell Ratio(string name, double ratio) => new(name, Rounded(ratio), $"**{Short(ratio)}**");

    public static Cell Bytes(string name, double bytes) => new(name, Rounded(bytes), $"{Short(bytes)} B");

    /// <summary>A time or the like, with its unit.</summary>
    public static Cell Quantity(string name, double value, string unit) =>
        new(name, Rounded(value), $"{Short(value)} {unit}");

    /// <summary>For JSON only.</summary>
    public static Cell Hidden(string name, double value) => new(name, Rounded(value), null);

    // Three figures that count, no exponent; four where they come before the point.
    private static string Short(double value) => Math.Abs(value) switch
    {
        >= 100 => $"{value:#,0}",
        >= 10 => $"{value:0.0}",
        >= 0.1 or 0 => $"{value:0.00}",
        >= 0.01 => $"{value:0.000}",
        _ => $"{value:0.0000}",
    };

    private static double? Rounded(double value) => double.IsFinite(value)
        ? double.Parse(value.ToString("G5", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
