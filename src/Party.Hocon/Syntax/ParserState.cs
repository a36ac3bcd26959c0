using System.Collections.Immutable;

namespace Party.Hocon.Syntax;

/// <summary>The tokens that are still to come, the setting that is being read, and the errors so far.</summary>
internal sealed class ParserState(List<Token> tokens, HoconLeniency leniency)
{
    /// <summary>How deep objects, arrays and dotted keys may nest: far more than anybody writes, far less than a stack holds.</summary>
    public const int MaxDepth = 250;

    /// <summary>More errors than anybody reads: the text is something else than a configuration.</summary>
    public const int MaxErrors = 1_000;

    private readonly List<string> _path = [];
    private readonly ImmutableArray<HoconError>.Builder _errors = ImmutableArray.CreateBuilder<HoconError>();
    private int _next;

    public Token Current => tokens[_next];

    /// <summary>The number of objects, arrays and keys around the current token.</summary>
    public int Depth { get; private set; }

    /// <summary>How many arrays are open around the current token.</summary>
    public int OpenArrays { get; set; }

    /// <summary>How many braces are open around the current token.</summary>
    public int OpenBraces { get; set; }

    public ImmutableArray<HoconError> Errors => _errors.ToImmutable();

    /// <summary>Takes the current token and reports what was wrong with it. The end is never passed.</summary>
    public Token Take()
    {
        var token = Current;
        if (token.Kind != TokenKind.End)
        {
            _next++;
        }

        if (token.Problem is { } problem)
        {
            Report(problem.Position, problem.Message);
        }

        return token;
    }

    public bool TryTake(TokenKind kind)
    {
        var found = Current.Kind == kind;
        if (found)
        {
            Take();
        }

        return found;
    }

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
        var before = _next;
        while (Current.Kind is TokenKind.Space or TokenKind.NewLine)
        {
            _next++;
        }

        return tokens.FindIndex(before, _next - before, token => token.Kind == TokenKind.NewLine) >= 0;
    }

    /// <summary>The first token after the current one and any white space.</summary>
    public Token PeekPastSpace()
    {
        var ahead = _next + 1;
        while (ahead < tokens.Count - 1 && tokens[ahead].Kind == TokenKind.Space)
        {
            ahead++;
        }

        return tokens[Math.Min(ahead, tokens.Count - 1)];
    }

    /// <summary>The current token, or the first after it that is neither white space nor a line end.</summary>
    public Token PeekPastLines()
    {
        var ahead = _next;
        while (tokens[ahead].Kind is TokenKind.Space or TokenKind.NewLine)
        {
            ahead++;
        }

        return tokens[ahead];
    }

    /// <summary>Recovers from an error: skips to the next separator or closing sign, past whole objects and arrays.</summary>
    public void SkipToSeparator()
    {
        for (var open = 0; ; _next++)
        {
            var kind = Current.Kind;
            if (kind == TokenKind.End || (open == 0 && (Current.Closes || kind is TokenKind.NewLine or TokenKind.Comma)))
            {
                return;
            }

            open += kind switch
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
        while (Current.Kind != TokenKind.End && !Current.Closes)
        {
            _next++;
            SkipToSeparator();
        }

        TryTake(Current.Kind);
    }

    public void Enter(string? key = null)
    {
        Depth++;
        if (key is not null)
        {
            _path.Add(key);
        }
    }

    public void Leave(string? key = null)
    {
        Depth--;
        if (key is not null)
        {
            _path.RemoveAt(_path.Count - 1);
        }
    }

    public void ReportDepth(HoconPosition position) => Report(
        HoconErrorKind.Limit, position, $"Expected at most {MaxDepth} levels of objects, arrays and keys, got more. They were left out.");

    public void ReportUnless(HoconLeniency excused, HoconPosition position, string message)
    {
        if (!leniency.HasFlag(excused))
        {
            Report(position, message);
        }
    }

    public void Report(HoconPosition position, string message) => Report(HoconErrorKind.Syntax, position, message);

    public void Report(HoconErrorKind kind, HoconPosition position, string message)
    {
        if (_errors.Count < MaxErrors)
        {
            _errors.Add(new(kind, position, HoconPath.Join(_path), message));
        }
    }

    /// <summary>Passes on the errors of an included document, which know their place and path.</summary>
    public void Report(ImmutableArray<HoconError> errors)
        => _errors.AddRange(errors.Take(MaxErrors - _errors.Count));
}
