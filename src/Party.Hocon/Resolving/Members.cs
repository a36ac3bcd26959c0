using System.Collections.Immutable;
using Party.Hocon.Syntax;

namespace Party.Hocon.Resolving;

/// <summary>The members of an object while it is being merged.</summary>
internal sealed class Members(Slot owner, Work work)
{
    // The keys whose slots were made here. Any other slot belongs to another object too and must not change.
    private readonly HashSet<string> _own = [];

    /// <summary>The members so far, in the order in which their keys were first met.</summary>
    public OrderedDictionary<string, Slot> Slots { get; } = [];

    /// <summary>What writing them down has cost so far.</summary>
    public long Cost { get; private set; }

    /// <summary>Adds the members of an object as it was written.</summary>
    public void Add(ValueSyntax value, ImmutableArray<string> scope)
    {
        if (value is NodeSyntax { Node: HoconObjectNode node })
        {
            Cost += work.CostOf(value, node.Members.Count);
            foreach (var (key, member) in node.Members)
            {
                Own(key).Add(new(new NodeSyntax(member), scope));
            }
        }
        else if (value is ObjectSyntax written)
        {
            Cost += work.CostOf(value, written.Members.Length);
            foreach (var member in written.Members)
            {
                Add(member, scope);
            }
        }
    }

    /// <summary>Adds the members of an object that was found. They stay shared until somebody adds to them.</summary>
    public void Add(ObjectForm found)
    {
        Cost += found.Width * Work.Entry;
        foreach (var (key, slot) in found.Members)
        {
            if (!Slots.TryAdd(key, slot))
            {
                Copy(slot, Own(key));
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
        if (!_own.Add(key))
        {
            return Slots[key];
        }

        var own = new Slot(owner, key);
        if (Slots.TryGetValue(key, out var shared))
        {
            Copy(shared, own);
        }

        return Slots[key] = own;
    }

    private void Copy(Slot from, Slot to)
    {
        Cost += Work.Place + (from.Count * Work.Entry);
        foreach (var layer in from.Layers)
        {
            to.Add(layer);
        }
    }
}
