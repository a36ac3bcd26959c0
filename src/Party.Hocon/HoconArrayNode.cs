using System.Collections.Immutable;

namespace Party.Hocon;

/// <summary>An array. A fallback adds nothing to it: the array of the source stands alone.</summary>
public sealed class HoconArrayNode : HoconNode
{
    internal HoconArrayNode(
        ImmutableArray<HoconNode> items, bool isBlank, HoconPosition position, string? reference = null)
        : base(position, reference, items)
    {
        Items = items;
        IsBlank = isBlank;
    }

    /// <summary>The elements in the order of the text.</summary>
    public ImmutableArray<HoconNode> Items { get; }

    /// <summary>Whether it was written with nothing but white space between its brackets: <c>[ ]</c>.</summary>
    /// <remarks>Both are empty. Some readers of HOCON take the first for an array of one nothing.</remarks>
    public bool IsBlank { get; }

    /// <inheritdoc/>
    public override string Describe() => Items.IsEmpty ? "an empty array" : $"an array of {Items.Length}";
}
