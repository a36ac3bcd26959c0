using System.Collections.Immutable;

namespace Party.Hocon;

/// <summary>An array. A fallback never adds to it: the array of the source replaces the array of the fallback.</summary>
public sealed class HoconArrayNode : HoconNode
{
    internal HoconArrayNode(ImmutableArray<HoconNode> items, bool isBlank, HoconPosition position, string? reference = null)
        : base(position, reference, items)
    {
        Items = items;
        IsBlank = isBlank;
    }

    /// <summary>The elements in the order of the text.</summary>
    public ImmutableArray<HoconNode> Items { get; }

    /// <summary>Whether it was written with white space between its brackets and nothing else: <c>[ ]</c>, not <c>[]</c>.</summary>
    /// <remarks>Both are empty. Some readers of HOCON take the first for an array of one nothing.</remarks>
    public bool IsBlank { get; }

    /// <inheritdoc/>
    public override string Describe() => Items.IsEmpty ? "an empty array" : $"an array of {Items.Length}";
}
