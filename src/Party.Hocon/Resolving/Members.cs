using System.Collections.Immutable;
using Party.Hocon.Syntax;

namespace Party.Hocon.Resolving;

/// <summary>The members of an object while it is being merged.</summary>
internal sealed class Members(Slot owner)
{
    /// <summary>The members so far, in the order in which their keys were first met.</summary>
    public OrderedDictionary<string, Slot> Slots { get; } = [];

    /// <summary>Adds the members of an object as it was written.</summary>
    public void Add(ValueSyntax value, ImmutableArray<string> scope)
    {
        if (value is NodeSyntax { Node: HoconObjectNode node })
        {
            foreach (var (key, member) in node.Members)
            {
                Own(key).Add(new(new NodeSyntax(member), scope));
            }
        }
        else if (value is ObjectSyntax written)
        {
            foreach (var member in written.Members)
            {
                Add(member, scope);
            }
        }
    }

    /// <summary>Adds the members of an object that a substitution found. They stay shared as long as nobody adds to them.</summary>
    public void Add(ObjectForm found)
    {
        foreach (var (key, slot) in found.Members)
        {
            if (!Slots.TryAdd(key, slot))
            {
                Own(key).AddAll(slot);
            }
        }
    }

    private void Add(MemberSyntax member, ImmutableArray<string> scope)
    {
        if (member is FieldSyntax field)
        {
            Own(field.Key).Add(new(field.Value, scope));
        }
        else if (member is IncludeSyntax include)
        {
            var inner = owner.Keys;
            foreach (var layer in include.Document.Layers)
            {
                Add(layer, inner);
            }
        }
    }

    /// <summary>The slot of a key as one that may be added to: a shared one is copied.</summary>
    private Slot Own(string key)
    {
        Slots.TryGetValue(key, out var slot);
        if (slot?.Parent == owner)
        {
            return slot;
        }

        var own = Slots[key] = new(owner, key);
        if (slot is not null)
        {
            own.AddAll(slot);
        }

        return own;
    }
}
