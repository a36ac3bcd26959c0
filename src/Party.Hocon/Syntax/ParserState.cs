using System.Collections.Immutable;

namespace Party.Hocon.Syntax;

/// <summary>What is being read: the tokens to come, what is open around them, and the errors so far.</summary>
internal sealed class ParserState(List<Token> tokens, HoconLeniency leniency) : TokenCursor(tokens)
{
    /// <summary>How deep objects, arrays and keys may nest: more than anybody writes, less than a stack.</summary>
    public const int MaxDepth = 250;

    /// <summary>More errors than anybody reads: the text is something else than a configuration.</summary>
    public const int MaxErrors = 1_000;

    private readonly List<string> _path = [];
    private readonly ImmutableArray<HoconError>.Builder _errors = ImmutableArray.CreateBuilder<HoconError>();
    private int _openBraces;
    private int _openArrays;

    public bool IsInBraces => _openBraces > 0;

    public bool IsInArray => _openArrays > 0;

    public ImmutableArray<HoconError> Errors => _errors.ToImmutable();

    /// <summary>Takes the current token and reports what was wrong with it.</summary>
    public Token Take()
    {
        var token = Current;
        Advance();
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

    /// <summary>Makes room for so many levels more; reports and answers no where there is none.</summary>
    public bool TryGoDeeper(int levels, HoconPosition position)
    {
        var isPossible = _path.Count + _openBraces + _openArrays + levels <= MaxDepth;
        if (!isPossible)
        {
            Report(
                HoconErrorKind.Limit,
                position,
                $"Expected at most {MaxDepth} levels of objects, arrays and keys, got more. They were left out.");
        }

        return isPossible;
    }

    public void EnterBraces() => _openBraces++;

    public void LeaveBraces() => _openBraces--;

    public void EnterArray() => _openArrays++;

    public void LeaveArray() => _openArrays--;

    public void EnterKeys(ImmutableArray<string> keys) => _path.AddRange(keys);

    public void LeaveKeys(ImmutableArray<string> keys) => _path.RemoveRange(_path.Count - keys.Length, keys.Length);

    public bool Excuses(HoconLeniency habit) => leniency.HasFlag(habit);

    public void ReportUnless(HoconLeniency excused, HoconPosition position, string message)
    {
        if (!Excuses(excused))
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
    public void Report(ImmutableArray<HoconError> errors) => _errors.AddRange(errors.Take(MaxErrors - _errors.Count));
}
