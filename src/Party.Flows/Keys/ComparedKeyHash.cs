namespace Party.Flows.Keys;

/// <summary>Keys as somebody else compares them.</summary>
internal sealed class ComparedKeyHash<TKey>(IEqualityComparer<TKey> comparer) : KeyHash<TKey>
{
    /// <inheritdoc/>
    public override uint Of(TKey key) => KeyHash.Spread(key is null ? 0 : comparer.GetHashCode(key));

    /// <inheritdoc/>
    public override bool AreSame(TKey one, TKey other) => comparer.Equals(one, other);
}
