using System.Diagnostics;

namespace Party.Hocon.Resolving;

/// <summary>A value whose kind is known, but whose members and elements are not resolved yet.</summary>
/// <remarks>That a value can be entered before it is finished is what lets its members refer to each other.</remarks>
internal abstract record Form(HoconPosition Position, string? Reference)
{
    /// <summary>The number of members or elements.</summary>
    public int Width => this switch
    {
        ArrayForm array => array.Elements.Count,
        ObjectForm members => members.Members.Count,
        _ => 0,
    };

    /// <summary>The same value as seen through a substitution.</summary>
    public Form Via(string reference, HoconPosition position) => this switch
    {
        ScalarForm scalar => new ScalarForm(scalar.Node.Via(reference, position)),
        NothingForm nothing => nothing with { Position = position, Reference = reference },
        ArrayForm array => array with { Position = position, Reference = reference },
        ObjectForm members => members with { Position = position, Reference = reference },
        _ => throw new UnreachableException(),
    };
}

internal sealed record ScalarForm(HoconScalarNode Node) : Form(Node.Position, Node.Reference);

/// <summary>No value. An assigned one takes the place of what is below it, unless that is an object.</summary>
internal sealed record NothingForm(bool IsAssigned, HoconPosition Position, string? Reference = null)
    : Form(Position, Reference);

internal sealed record ArrayForm(
    IReadOnlyList<Slot> Elements, HoconPosition Position, string? Reference = null)
    : Form(Position, Reference);

internal sealed record ObjectForm(
    OrderedDictionary<string, Slot> Members, HoconPosition Position, string? Reference = null)
    : Form(Position, Reference);
