namespace Party.Hocon.Syntax;

/// <summary>Goes through tokens, looks ahead, and skips what can't be read. The end is never passed.</summary>
internal abstract class TokenCursor(List<Token> tokens)
{
    private int _next;

    public Token Current => tokens[_next];

    public void SkipSpace()
    {
        while (Current.Kind == TokenKind.Space)
        {
            _next++;
        }
    }

    /// <returns>Whether a line end was among what was skipped.</returns>
    public bool SkipLines()
    {
        var hasLineEnd = false;
        for (; Current.Kind is TokenKind.Space or TokenKind.NewLine; _next++)
        {
            hasLineEnd |= Current.Kind == TokenKind.NewLine;
        }

        return hasLineEnd;
    }

    /// <summary>The first token after the current one that is no white space.</summary>
    public Token PeekPastSpace()
        => Current.Kind == TokenKind.End
            ? Current
            : tokens[tokens.FindIndex(_next + 1, token => token.Kind != TokenKind.Space)];

    /// <summary>The current token, or the first after it that is neither white space nor a line end.</summary>
    public Token PeekPastLines()
        => tokens[tokens.FindIndex(_next, token => token.Kind is not (TokenKind.Space or TokenKind.NewLine))];

    /// <summary>Recovers: skips to the next separator or closing sign, past whole objects and arrays.</summary>
    public void SkipToSeparator()
    {
        for (var open = 0; !IsSeparator(open); _next++)
        {
            open += Current.Kind switch
            {
                TokenKind.OpenBrace or TokenKind.OpenBracket or TokenKind.Reference or TokenKind.OptionalReference => 1,
                TokenKind.CloseBrace or TokenKind.CloseBracket => -1,
                _ => 0,
            };
        }
    }

    /// <summary>Recovers from an error in a substitution: skips to its end, if that is on the same line.</summary>
    public void SkipToBrace()
    {
        while (!Current.EndsLine && Current.Kind != TokenKind.CloseBrace)
        {
            _next++;
        }
    }

    /// <summary>Skips what is left of an object or array that is not read, its closing sign included.</summary>
    public void SkipPastClose()
    {
        SkipToSeparator();
        while (!Current.Closes)
        {
            _next++;
            SkipToSeparator();
        }

        Advance();
    }

    protected void Advance()
    {
        if (Current.Kind != TokenKind.End)
        {
            _next++;
        }
    }

    private bool IsSeparator(int open)
        => Current.Kind == TokenKind.End
            || (open == 0 && (Current.Closes || Current.Kind is TokenKind.NewLine or TokenKind.Comma));
}
