using System.Buffers;
using Party.Hocon.Syntax;

namespace Party.Hocon.Salvaging;

/// <summary>A damaged text and a place in it: takes pieces without asking whether they make sense together.</summary>
internal sealed class DamagedText(string text, string source)
{
    private static readonly SearchValues<char> NoText = SearchValues.Create("$\"{}[]:=,#`^?!@*&\\");

    // Where the lines begin.
    private readonly List<int> _lines = [0, .. Ends(text)];

    public int Offset { get; private set; }

    public bool IsAtEnd => Offset >= text.Length;

    private char Current => text[Offset];

    private ReadOnlySpan<char> Rest => text.AsSpan(Offset);

    public bool Has(string sign) => Rest.StartsWith(sign);

    public void Skip(int length) => Offset = Math.Min(Offset + length, text.Length);

    public bool TrySkip(string sign)
    {
        var found = Has(sign);
        Skip(found ? sign.Length : 0);
        return found;
    }

    /// <summary>Skips white space, line ends and comments.</summary>
    public void SkipBlank()
    {
        while (!IsAtEnd && (IsBlank(Current) || IsComment()))
        {
            if (IsComment())
            {
                Skip(Math.Max(1, Rest.IndexOf('\n') is var end and >= 0 ? end : Rest.Length));
            }
            else
            {
                Skip(1);
            }
        }
    }

    /// <summary>Takes what stands next where a key or a sign is looked for.</summary>
    public Sign TakeSign()
    {
        SkipBlank();
        var start = Offset;
        if (IsAtEnd)
        {
            return new(SignKind.End, "", start);
        }

        if (TryTakeInclude() is { } name)
        {
            return new(SignKind.Include, name, start);
        }

        if (Current == '"')
        {
            return new(SignKind.Key, TakeQuoted(), start);
        }

        if (!NoText.Contains(Current) && Current != '.' && !Has("+="))
        {
            return new(SignKind.Key, TakeWhile(static c => c != '.').Trim(), start);
        }

        // A sign at the very end has nothing to say.
        var kind = Current switch
        {
            '.' => SignKind.Dot,
            '{' => SignKind.Open,
            '}' => SignKind.Close,
            '[' or ']' => SignKind.Bracket,
            '+' => SignKind.Append,
            '=' or ':' when Offset + 1 < text.Length => SignKind.Assign,
            _ => throw Fail($"Expected a key or a sign, got '{Current}'. Text with it needs quotes."),
        };
        Skip(kind == SignKind.Append ? 2 : 1);
        return new(kind, "", start);
    }

    /// <summary>Takes text without quotes, up to white space or a sign; empty where there is none.</summary>
    public string TakeUnquoted() => TakeWhile(static c => !IsBlank(c));

    /// <summary>Takes spaces and tabs.</summary>
    public string TakeSpace()
    {
        var length = Rest.IndexOfAnyExcept(' ', '\t');
        return Take(length < 0 ? text.Length - Offset : length);
    }

    /// <summary>Takes a string in quotes, which may run over lines, and over the end if it is not closed.</summary>
    public string TakeQuoted()
    {
        var start = Offset + 1;
        var end = start;
        while (end < text.Length && text[end] != '"')
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        end = Math.Min(end, text.Length);
        var decoded = QuotedText.Decode(text.AsSpan(start, end - start), At(start), out var problem);
        if (problem is not null)
        {
            throw Fail(problem.Message);
        }

        Skip(end + 1 - Offset);
        return decoded;
    }

    /// <summary>Takes a string in three quotes, over the end if it is not closed.</summary>
    public string TakeLines()
    {
        Skip(3);
        var length = Rest.IndexOf("\"\"\"");
        var lines = Take(length < 0 ? text.Length - Offset : length);
        Skip(3);
        return lines;
    }

    public HoconPosition At(int offset)
    {
        var found = _lines.BinarySearch(offset);
        var line = found < 0 ? ~found - 1 : found;
        return new(source, line + 1, offset - _lines[line] + 1);
    }

    public SalvageException Fail(string message, HoconErrorKind kind = HoconErrorKind.Syntax)
        => new(kind, Offset, message);

    private string? TryTakeInclude()
    {
        var start = Offset;
        if (TrySkip("include") && !IsAtEnd && (IsBlank(Current) || IsComment()))
        {
            SkipBlank();
            if (Has("\""))
            {
                return TakeQuoted();
            }
        }

        Offset = start;
        return null;
    }

    private string TakeWhile(Func<char, bool> isText)
    {
        var start = Offset;
        while (!IsAtEnd && isText(Current) && !NoText.Contains(Current) && !Has("//") && !Has("+="))
        {
            Skip(1);
        }

        return text[start..Offset];
    }

    private string Take(int length)
    {
        var taken = text.Substring(Offset, length);
        Skip(length);
        return taken;
    }

    private static IEnumerable<int> Ends(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            if (Characters.EndsLine(text[i]) && !isPair)
            {
                yield return i + 1;
            }
        }
    }

    private bool IsComment() => Has("#") || Has("//");

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || Characters.IsSpace(c);
}
