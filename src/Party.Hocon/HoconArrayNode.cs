using System.Collections.Immutable;

namespace Party.Hocon;

/// <summary>An array. A fallback adds nothing to it: the array of the source stands alone.</summary>
public sealed class HoconArrayNode : HoconNode
{
    internal HoconArrayNode(ImmutableArray<HoconNode> items, HoconPosition position, string? reference = null)
        : base(position, reference, items)
        => Items = items;

    /// <summary>The elements in the order of the text.</summary>
    public ImmutableArray<HoconNode> Items { get; }

    /// <summary>An array of values that another parser read.</summary>
    public static HoconArrayNode Of(IEnumerable<HoconNode> items, HoconPosition position) => new([.. items], position);

    /// <inheritdoc/>
    public override string Describe() => Items.IsEmpty ? "an empty array" : $"an array of {Items.Length}";
}
