using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Party.Hocon.Syntax;

namespace Party.Hocon.Resolving;

/// <summary>What resolving may cost, and what went wrong.</summary>
/// <remarks>
/// A few lines of substitutions can describe a text or a tree that no machine holds. Everything that is made while
/// resolving is paid from one budget here; once it is spent, nothing more is resolved.
/// </remarks>
internal sealed class Work(long weight, HoconLeniency leniency)
{
    /// <summary>The price, in characters, of a member or element that is shared with another object or array.</summary>
    public const int Entry = 16;

    /// <summary>The price of a member or element that gets a place of its own.</summary>
    public const int Place = 256;

    /// <summary>The price of looking a substitution up once more.</summary>
    public const int Repetition = 64;

    /// <summary>How many levels a tree may have; a text alone can't reach that.</summary>
    public const int MaxHeight = ParserState.MaxDepth + 50;

    // Characters made by substitutions and concatenations, over a whole document.
    private const long MaxGrowth = 10_000_000;

    // How far one lookup may lead to the next.
    private const int MaxSteps = 400;

    private readonly ImmutableArray<HoconError>.Builder _errors = ImmutableArray.CreateBuilder<HoconError>();
    private readonly HashSet<object> _met = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(HoconPosition Position, string Message)> _known = [];
    private long _spent;
    private int _steps;

    /// <summary>How many nodes a tree may show to a walker: what was written out is always allowed.</summary>
    public long MaxSize { get; } = Math.Max(1_000_000, weight);

    public HoconLeniency Leniency => leniency;

    public bool IsExhausted { get; private set; }

    public ImmutableArray<HoconError> Errors => _errors.ToImmutable();

    public void Report(HoconErrorKind kind, HoconPosition position, Slot slot, string message)
    {
        // A value that hangs in several places is wrong in all of them.
        if (_errors.Count < ParserState.MaxErrors && _known.Add((position, message)))
        {
            _errors.Add(new(kind, position, slot.Path, message));
        }
    }

    /// <summary>The price of places for what a value holds: nothing where it was written.</summary>
    public long CostOf(ValueSyntax value, int count)
        => _met.Add(value is NodeSyntax written ? written.Node : value) ? 0 : (long)count * Place;

    /// <summary>The price of a lookup: nothing for the one that was written.</summary>
    public long CostOf(ReferenceSyntax reference) => _met.Add(reference) ? 0 : Repetition;

    /// <returns>Whether there is room for so many characters more.</returns>
    public bool TrySpend(long characters, HoconPosition position, Slot slot)
    {
        if (IsExhausted)
        {
            return false;
        }

        _spent += characters;
        return _spent <= MaxGrowth || Exhaust(
            position,
            slot,
            $"Expected substitutions to add at most {MaxGrowth} characters, got more. Do they contain each other?");
    }

    /// <summary>Goes one step deeper; <see cref="Leave"/> has to follow if that was possible.</summary>
    public bool TryEnter(HoconPosition position, Slot slot)
    {
        if (IsExhausted)
        {
            return false;
        }

        if (_steps >= MaxSteps || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return Exhaust(
                position, slot, $"Expected at most {MaxSteps} substitutions that lead to each other, got more.");
        }

        _steps++;
        return true;
    }

    public void Leave() => _steps--;

    private bool Exhaust(HoconPosition position, Slot slot, string message)
    {
        if (!IsExhausted)
        {
            Report(HoconErrorKind.Limit, position, slot, $"{message} Nothing more was resolved.");
            IsExhausted = true;
        }

        return false;
    }
}
