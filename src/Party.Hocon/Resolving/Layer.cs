using System.Collections.Immutable;
using Party.Hocon.Syntax;

namespace Party.Hocon.Resolving;

/// <summary>One of the values that were written for a key.</summary>
/// <param name="Value">The value as it was written.</param>
/// <param name="Scope">Where the value was included: its substitutions are looked up below this path first.</param>
internal readonly record struct Layer(ValueSyntax Value, ImmutableArray<string> Scope)
{
    /// <summary>Whether whatever was written before is of no interest any more.</summary>
    public bool HidesAll => Value switch
    {
        TextSyntax => true,
        ArraySyntax => Value.IsLiteral,
        NodeSyntax { Node: not HoconObjectNode } => true,
        _ => false,
    };
}
