using System.Globalization;
using System.Text;

namespace Party.Hocon.Syntax;

/// <summary>How far a quoted string reaches, and what it says.</summary>
/// <param name="Length">The length of what is between the quotes, as written.</param>
/// <param name="IsClosed">Whether a closing quote follows.</param>
/// <param name="HasLineEnd">Whether it runs over a line end, which the format does not allow.</param>
internal readonly record struct QuotedText(int Length, bool IsClosed, bool HasLineEnd)
{
    /// <summary>Finds the end of the string whose opening quote stands before <paramref name="rest"/>.</summary>
    public static QuotedText Read(ReadOnlySpan<char> rest)
    {
        var lineEnd = -1;
        for (var i = 0; i < rest.Length; i++)
        {
            var c = rest[i];
            if (c == '"')
            {
                // A quote that closes a value lines later is a long string; one in the middle of things
                // opens another string, and it is the first line that forgot to close its own.
                var isClosing = lineEnd < 0 || EndsValue(rest[(i + 1)..]);
                return isClosing ? new(i, true, lineEnd >= 0) : new(lineEnd, false, false);
            }

            if (c == '\\')
            {
                i++;
            }
            else if (lineEnd < 0 && Characters.EndsLine(c))
            {
                lineEnd = i;
            }
        }

        return new(lineEnd < 0 ? rest.Length : lineEnd, false, false);
    }

    public Problem? Check(HoconPosition start, HoconLeniency leniency) => this switch
    {
        { IsClosed: false } => new(
            start, "Expected a closing quote, got the end of the line. The text was taken up to there."),
        { HasLineEnd: true } when !leniency.HasFlag(HoconLeniency.LinesInQuotes) => new(
            start, "Expected a closing quote, got the end of the line. Write \\n, or three quotes around all of it."),
        _ => null,
    };

    public static string Decode(ReadOnlySpan<char> written, HoconPosition start, out Problem? problem)
    {
        problem = null;
        if (!written.Contains('\\'))
        {
            return written.ToString();
        }

        var text = new StringBuilder(written.Length);
        for (var i = 0; i < written.Length; i++)
        {
            if (written[i] != '\\')
            {
                text.Append(written[i]);
                continue;
            }

            var (c, length) = Unescape(written[(i + 1)..]);
            if (length == 0)
            {
                problem ??= BadEscape(written[i..], start with { Column = start.Column + i });
                continue;
            }

            text.Append(c);
            i += length;
        }

        return text.ToString();
    }

    private static bool EndsValue(ReadOnlySpan<char> rest)
    {
        var i = 0;
        while (i < rest.Length && Characters.IsSpace(rest[i]))
        {
            i++;
        }

        return i == rest.Length || Characters.EndsLine(rest[i]) || rest[i] is ',' or '}' or ']' or '#' or '/';
    }

    /// <summary>The character that an escape stands for and how many it takes; none if unknown.</summary>
    private static (char Character, int Length) Unescape(ReadOnlySpan<char> rest) => rest switch
    {
        ['"' or '\\' or '/', ..] => (rest[0], 1),
        ['b', ..] => ('\b', 1),
        ['f', ..] => ('\f', 1),
        ['n', ..] => ('\n', 1),
        ['r', ..] => ('\r', 1),
        ['t', ..] => ('\t', 1),
        ['u', _, _, _, _, ..] when IsCode(rest.Slice(1, 4), out var code) => (code, 5),
        _ => default,
    };

    private static bool IsCode(ReadOnlySpan<char> digits, out char code)
    {
        var isCode = ushort.TryParse(
            digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number);
        code = (char)number;
        return isCode;
    }

    private static Problem BadEscape(ReadOnlySpan<char> escape, HoconPosition position)
    {
        var shown = escape[..Math.Min(escape.Length, escape is ['\\', 'u', ..] ? 6 : 2)];
        return new(
            position,
            $"Expected \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\uXXXX, got {shown}. For a backslash write two.");
    }
}
