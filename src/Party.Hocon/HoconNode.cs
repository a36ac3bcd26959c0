namespace Party.Hocon;

/// <summary>A value of a resolved document: a scalar, an array or an object, and where it was written.</summary>
/// <remarks>
/// Immutable. The same node may hang in several places of a tree, where a substitution put it; the tree is still
/// finite, and <see cref="HoconTree"/> bounds how large it can be when it is walked.
/// </remarks>
public abstract class HoconNode
{
    private protected HoconNode(HoconPosition position, string? reference, IReadOnlyCollection<HoconNode> children)
    {
        Position = position;
        Reference = reference;
        Size = 1 + children.Sum(child => child.Size);
        Height = 1 + (children.Count == 0 ? 0 : children.Max(child => child.Height));
    }

    /// <summary>Where the value begins; if it came through a substitution, where that stands.</summary>
    public HoconPosition Position { get; }

    /// <summary>The substitution that brought the value as a whole; null for one written in place.</summary>
    public string? Reference { get; }

    // The number of nodes met when the node is walked.
    internal long Size { get; }

    // The number of levels gone down when it is walked.
    internal int Height { get; }

    /// <summary>The words for this value in a message: <c>"ten"</c>, <c>null</c>, <c>an array of 3</c>.</summary>
    public abstract string Describe();

    /// <inheritdoc cref="Describe"/>
    public override string ToString() => Describe();
}
