using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;

namespace Party.Hocon;

/// <summary>An object: named values in the order in which their names were first written.</summary>
public sealed class HoconObjectNode : HoconNode
{
    private readonly OrderedDictionary<string, HoconNode> _members;

    internal HoconObjectNode(
        OrderedDictionary<string, HoconNode> members, HoconPosition position, string? reference = null)
        : base(position, reference, members.Values)
    {
        _members = members;
        Members = new ReadOnlyDictionary<string, HoconNode>(members);
    }

    /// <summary>The members in order. A name is one key, dots and all: it is not a path.</summary>
    public IReadOnlyDictionary<string, HoconNode> Members { get; }

    /// <summary>An object with one member, at the place where that was written.</summary>
    public static HoconObjectNode Of(string key, HoconNode member) => new(new() { [key] = member }, member.Position);

    /// <summary>An object of values that another parser read.</summary>
    /// <exception cref="ArgumentException">Two members have the same name.</exception>
    public static HoconObjectNode Of(IEnumerable<KeyValuePair<string, HoconNode>> members, HoconPosition position) =>
        new(new(members), position);

    /// <summary>Looks a value up by a path such as <c>partition."a.b".size</c>; null where there is none.</summary>
    public HoconNode? Find(string path)
    {
        HoconNode? found = this;
        foreach (var key in HoconPath.Split(path))
        {
            if (found is not HoconObjectNode parent || !parent.TryGet(key, out found))
            {
                return null;
            }
        }

        return found;
    }

    /// <summary>Fills in what this object lacks. Objects on both sides merge, anything else stays.</summary>
    /// <returns>The members of the fallback in its order, then those that only this object has.</returns>
    public HoconObjectNode WithFallback(HoconObjectNode fallback)
    {
        var merged = new OrderedDictionary<string, HoconNode>(fallback._members);
        foreach (var (key, own) in _members)
        {
            merged[key] = (own, merged.GetValueOrDefault(key)) switch
            {
                (HoconObjectNode ours, HoconObjectNode theirs) => ours.WithFallback(theirs),
                _ => own,
            };
        }

        return new(merged, Position, Reference);
    }

    /// <inheritdoc/>
    public override string Describe() => _members.Count == 0 ? "an empty object" : "an object";

    internal bool TryGet(string key, [NotNullWhen(true)] out HoconNode? member)
        => _members.TryGetValue(key, out member);
}
