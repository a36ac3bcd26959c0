using System.Collections.Immutable;
using Party.Hocon.Syntax;

namespace Party.Hocon.Resolving;

/// <summary>One of the values that were written for a key.</summary>
/// <param name="Value">The value as it was written.</param>
/// <param name="Scope">Where the value was included: its substitutions are looked up below this path first.</param>
internal readonly record struct Layer(ValueSyntax Value, ImmutableArray<string> Scope)
{
    /// <summary>Whether this is text, so that whatever was written before is of no interest any more.</summary>
    public bool IsText => Value is TextSyntax or NodeSyntax { Node: HoconScalarNode };

    /// <summary>Whether text is part of this, so that it can't be meant to leave an object as it was.</summary>
    public bool HasText => IsText
        || (Value is ConcatenationSyntax joined && joined.Parts.Any(part => part is TextSyntax { IsSpace: false }));
}
