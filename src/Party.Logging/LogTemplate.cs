using System.Globalization;
using System.Text.RegularExpressions;

namespace Party.Logging;

/// <summary>A text with holes, and the arguments that belong into them.</summary>
/// <param name="Text">The text as it was written.</param>
/// <param name="Values">The arguments by the names, or numbers, in the holes.</param>
/// <param name="HasNames">Whether there is a hole with a name; named ones take the arguments in their order.</param>
internal sealed partial record LogTemplate(
    string Text, IReadOnlyList<KeyValuePair<string, object?>> Values, bool HasNames)
{
    public static LogTemplate Of(string text, IReadOnlyList<object?> arguments)
    {
        if (arguments.Count == 0)
        {
            return new(text, [], HasNames: false);
        }

        string[] names = [.. Holes().Matches(text).Select(hole => hole.Groups["name"].Value)
            .Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        var hasNames = names.Any(name => !int.TryParse(name, CultureInfo.InvariantCulture, out _));
        var values = arguments.Select((argument, index) => KeyValuePair.Create(
            hasNames && index < names.Length ? names[index] : $"{index}", argument));
        return new(text, [.. values], hasNames);
    }

    /// <summary>The text with what is known in its holes; a hole without an argument stays.</summary>
    public string Filled()
    {
        var values = new Dictionary<string, object?>(Values);
        return Holes().Replace(Text, hole => hole.Value switch
        {
            "{{" => "{",
            "}}" => "}",
            _ when values.TryGetValue(hole.Groups["name"].Value, out var value) => Written(value, hole.Groups["format"]),
            var unknown => unknown,
        });
    }

    private static string Written(object? value, Group format) =>
        string.Format(CultureInfo.CurrentCulture, $"{{0{format.Value}}}", value);

    [GeneratedRegex(@"\{\{|\}\}|\{[@$]?(?<name>\w+)(?<format>(?:,[^:{}]*)?(?::[^{}]*)?)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Holes();
}
