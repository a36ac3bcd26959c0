using System.Collections.Immutable;
using System.Text;

namespace Party.Demo.Settings;

/// <summary>Letters that follow one another, such as a–i; a single one is a range too.</summary>
internal readonly record struct LetterRange(Rune First, Rune Last)
{
    /// <summary>Reads single letters and ranges, parted by commas or blanks; capitals count as small letters.</summary>
    /// <returns>Null where the text is anything else.</returns>
    public static ImmutableArray<LetterRange>? Parse(string text)
    {
        var parts = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var ranges = parts.Select(ParsePart).ToList();
        return ranges.Count > 0 && ranges.TrueForAll(range => range is not null)
            ? [.. ranges.OfType<LetterRange>()]
            : null;
    }

    public bool Contains(Rune letter) => First <= letter && letter <= Last;

    public bool Overlaps(LetterRange other) => First <= other.Last && other.First <= Last;

    /// <summary><c>a-i</c>, or <c>x</c>.</summary>
    public override string ToString() => First == Last ? $"{First}" : $"{First}-{Last}";

    private static LetterRange? ParsePart(string part) => part.ToLowerInvariant().EnumerateRunes().ToArray() switch
    {
        [var only] when Rune.IsLetter(only) => new(only, only),
        [var first, { Value: '-' or '–' }, var last]
            when Rune.IsLetter(first) && Rune.IsLetter(last) && first <= last => new(first, last),
        _ => null,
    };
}
