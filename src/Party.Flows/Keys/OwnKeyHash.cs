namespace Party.Flows.Keys;

/// <summary>Keys as they compare themselves.</summary>
internal sealed class OwnKeyHash<TKey> : KeyHash<TKey>
{
    /// <summary>The one there is.</summary>
    public static OwnKeyHash<TKey> Instance { get; } = new();

    /// <inheritdoc/>
    public override uint Of(TKey key) =>
        KeyHash.Spread(key is null ? 0 : EqualityComparer<TKey>.Default.GetHashCode(key));

    /// <inheritdoc/>
    public override bool AreSame(TKey one, TKey other) => EqualityComparer<TKey>.Default.Equals(one, other);
}
