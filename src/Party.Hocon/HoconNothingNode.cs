namespace Party.Hocon;

/// <summary>What a key without a value has in damaged text: not even null. Sound text has none.</summary>
public sealed class HoconNothingNode : HoconNode
{
    internal HoconNothingNode(HoconPosition position, string? reference = null)
        : base(position, reference, [])
    {
    }

    /// <inheritdoc/>
    public override string Describe() => "no value";
}
