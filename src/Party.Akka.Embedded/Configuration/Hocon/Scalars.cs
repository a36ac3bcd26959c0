using System.Globalization;
using Party.Hocon;

namespace Akka.Configuration.Hocon;

/// <summary>Reads text as numbers and the like; what can't be read throws as the .NET parsers do.</summary>
internal static class Scalars
{
    private static readonly NumberFormatInfo Format = NumberFormatInfo.InvariantInfo;

    public static bool Boolean(string? text) => text switch
    {
        "true" or "on" or "yes" => true,
        "false" or "off" or "no" => false,
        _ => throw new NotSupportedException($"Expected true, on, yes, false, off or no, got {Describe(text)}."),
    };

    public static int Int(string? text) => int.Parse(Present(text), Format);

    public static long Long(string? text) => long.Parse(Present(text), Format);

    public static byte Byte(string? text) => byte.Parse(Present(text), Format);

    public static double Double(string? text) => double.Parse(Present(text), Format);

    public static float Float(string? text) => float.Parse(Present(text), Format);

    public static decimal Decimal(string? text) => decimal.Parse(Present(text), Format);

    public static TimeSpan Duration(string? text, bool allowInfinite)
    {
        // A bare number may be written as any number is: 1e3.
        if (double.TryParse(Present(text), Format, out var milliseconds))
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        var isInfinite = string.Equals(text, "infinite", StringComparison.OrdinalIgnoreCase);
        var duration = isInfinite ? Timeout.InfiniteTimeSpan : HoconUnits.ParseDuration(Present(text));
        return allowInfinite || duration != Timeout.InfiniteTimeSpan
            ? duration
            : throw new FormatException($"Expected a duration that ends, got {Describe(text)}.");
    }

    // The number is a whole one, unlike that of a duration.
    public static long? Size(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var length = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var unit = HoconUnits.ParseSize($"1{text.AsSpan(length)}");
        return checked(unit * long.Parse(text.AsSpan(0, length), NumberStyles.Integer, Format));
    }

    private static string Present(string? text)
        => text ?? throw new ArgumentNullException(nameof(text), "Expected a number, got null.");

    private static string Describe(string? text) => text is null ? "null" : $"\"{text}\"";
}
