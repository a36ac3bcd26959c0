using System.Collections.Immutable;

namespace Party.Hocon.Syntax;

/// <summary>A value as it was written: substitutions not looked up, duplicate keys not merged. Immutable.</summary>
/// <param name="Position">Where it begins.</param>
internal abstract record ValueSyntax(HoconPosition Position);

/// <summary>Text, null included.</summary>
/// <param name="Node">The text, ready for use.</param>
/// <param name="IsSpace">Whether it is the white space between two parts of a concatenation.</param>
internal sealed record TextSyntax(HoconScalarNode Node, bool IsSpace = false) : ValueSyntax(Node.Position);

/// <summary>An array in brackets.</summary>
/// <param name="Elements">In the order of the text.</param>
/// <param name="Position">Where the opening bracket stands.</param>
internal sealed record ArraySyntax(ImmutableArray<ValueSyntax> Elements, HoconPosition Position)
    : ValueSyntax(Position);

/// <summary>An object in braces, or the one that a dotted key implies. Members in the order of the text.</summary>
internal sealed record ObjectSyntax(ImmutableArray<MemberSyntax> Members, HoconPosition Position)
    : ValueSyntax(Position);

/// <summary>A substitution.</summary>
internal sealed record ReferenceSyntax(ImmutableArray<string> Path, bool IsOptional, HoconPosition Position)
    : ValueSyntax(Position)
{
    /// <summary>The path as text: it is looked up far more often than it is written.</summary>
    public string Text { get; } = HoconPath.Join(Path);
}

/// <summary>Values side by side, the white space between them included.</summary>
internal sealed record ConcatenationSyntax(ImmutableArray<ValueSyntax> Parts) : ValueSyntax(Parts[0].Position);

/// <summary>The right side of <c>+=</c>: an element for the array that the key had before.</summary>
internal sealed record AppendSyntax(ValueSyntax Element) : ValueSyntax(Element.Position);

/// <summary>A place where a value would be, if the text had one.</summary>
/// <param name="IsAssigned">Whether there is a sign after the key, so that text before it is gone.</param>
/// <param name="Position">Where the value would be.</param>
internal sealed record NothingSyntax(bool IsAssigned, HoconPosition Position) : ValueSyntax(Position);

/// <summary>A value that is resolved already.</summary>
internal sealed record NodeSyntax(HoconNode Node) : ValueSyntax(Node.Position);
