namespace Party.Hocon.Syntax;

/// <summary>Cuts a text into tokens, comments left out. It knows no grammar and reports nothing itself.</summary>
internal sealed class Lexer
{
    private readonly string _text;
    private readonly string _source;
    private readonly HoconLeniency _leniency;
    private int _offset;
    private int _line = 1;
    private int _lineStart;

    private Lexer(string text, string source, HoconLeniency leniency)
    {
        _leniency = leniency;
        _text = text;
        _source = source;
    }

    private ReadOnlySpan<char> Rest => _text.AsSpan(_offset);

    private HoconPosition Here => At(_offset);

    /// <summary>All tokens of a text; the last one is its end.</summary>
    public static List<Token> Read(string text, string source, HoconLeniency leniency)
    {
        var lexer = new Lexer(text, source, leniency);
        var tokens = new List<Token>();
        do
        {
            tokens.Add(lexer.Next());
        }
        while (tokens[^1].Kind != TokenKind.End);

        return tokens;
    }

    private Token Next()
    {
        SkipComment();
        return Rest switch
        {
            [] => new(TokenKind.End, "", Here),
            ['\r', '\n', ..] => LineEnd(2),
            [var c, ..] when Characters.EndsLine(c) => LineEnd(1),
            [var c, ..] when Characters.IsSpace(c) => Space(),
            ['{', ..] => Sign(TokenKind.OpenBrace, 1),
            ['}', ..] => Sign(TokenKind.CloseBrace, 1),
            ['[', ..] => Sign(TokenKind.OpenBracket, 1),
            [']', ..] => Sign(TokenKind.CloseBracket, 1),
            [',', ..] => Sign(TokenKind.Comma, 1),
            ['=' or ':', ..] => Sign(TokenKind.Assign, 1),
            ['+', '=', ..] => Sign(TokenKind.Append, 2),
            ['$', '{', '?', ..] => Sign(TokenKind.OptionalReference, 3),
            ['$', '{', ..] => Sign(TokenKind.Reference, 2),
            ['"', '"', '"', ..] => MultiLine(),
            ['"', ..] => Quoted(),
            _ => Unquoted(),
        };
    }

    private void SkipComment()
    {
        if (Rest is ['#', ..] or ['/', '/', ..])
        {
            while (_offset < _text.Length && !Characters.EndsLine(_text[_offset]))
            {
                _offset++;
            }
        }
    }

    private Token Sign(TokenKind kind, int length)
    {
        var token = new Token(kind, _text.Substring(_offset, length), Here);
        _offset += length;
        return token;
    }

    private Token LineEnd(int length)
    {
        var token = new Token(TokenKind.NewLine, "", Here);
        _offset += length;
        _line++;
        _lineStart = _offset;
        return token;
    }

    private Token Space()
    {
        var length = 1;
        while (length < Rest.Length && Characters.IsSpace(Rest[length]))
        {
            length++;
        }

        return Sign(TokenKind.Space, length);
    }

    private Token Unquoted()
    {
        Problem? problem = null;
        var length = 0;
        while (length < Rest.Length && !EndsUnquoted(Rest[length..]))
        {
            var c = Rest[length];
            if (problem is null && Characters.IsReserved(c) && !IsExcused(Rest, length))
            {
                var message = $"Expected quotes around text with '{c}', got it without. Write \"…{c}…\".";
                problem = new(At(_offset + length), message);
            }

            length++;
        }

        return Sign(TokenKind.Unquoted, length) with { Problem = problem };
    }

    // A number may have a plus sign in its exponent.
    private bool IsExcused(ReadOnlySpan<char> rest, int index)
        => rest[index] == '+'
            && (_leniency.HasFlag(HoconLeniency.PlusSigns)
                || (rest[..index] is [.., >= '0' and <= '9', 'e' or 'E']
                    && rest[(index + 1)..] is [>= '0' and <= '9', ..]));

    private static bool EndsUnquoted(ReadOnlySpan<char> rest)
        => Characters.EndsText(rest[0]) || rest is ['/', '/', ..] or ['$', '{', ..] or ['+', '=', ..];

    private Token MultiLine()
    {
        var start = Here;
        var rest = Rest[3..];
        var end = rest.IndexOf("\"\"\"");
        if (end < 0)
        {
            var text = rest.ToString();
            Skip(3 + text.Length);
            return new(TokenKind.Quoted, text, start, new(
                start, "Expected \"\"\" after a text over several lines, got the end of the text."));
        }

        // More than three quotes at the end: the first ones belong to the text.
        while (!_leniency.HasFlag(HoconLeniency.QuotesAfterLines) && end + 3 < rest.Length && rest[end + 3] == '"')
        {
            end++;
        }

        var content = rest[..end].ToString();
        Skip(3 + end + 3);
        return new(TokenKind.Quoted, content, start);
    }

    private Token Quoted()
    {
        var start = Here;
        var quoted = QuotedText.Read(Rest[1..]);
        var text = QuotedText.Decode(Rest.Slice(1, quoted.Length), At(_offset + 1), out var problem);
        Skip(1 + quoted.Length + (quoted.IsClosed ? 1 : 0));
        return new(TokenKind.Quoted, text, start, quoted.Check(start, _leniency) ?? problem);
    }

    private void Skip(int length)
    {
        for (var end = _offset + length; _offset < end; _offset++)
        {
            var isPair = Rest is ['\r', '\n', ..];
            if (Characters.EndsLine(_text[_offset]) && !isPair)
            {
                _line++;
                _lineStart = _offset + 1;
            }
        }
    }

    private HoconPosition At(int offset) => new(_source, _line, offset - _lineStart + 1);
}
