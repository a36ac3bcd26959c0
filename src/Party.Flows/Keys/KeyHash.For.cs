namespace Party.Flows.Keys;

/// <summary>The ways to hash.</summary>
internal static class KeyHash
{
    /// <summary>By a comparer; without one as equality of the keys has it.</summary>
    public static KeyHash<TKey> For<TKey>(IEqualityComparer<TKey>? comparer) =>
        comparer is null && TextKeyHash.Instance is KeyHash<TKey> text ? text
        : comparer is null ? OwnKeyHash<TKey>.Instance
        : new ComparedKeyHash<TKey>(comparer);

    /// <summary>Spreads a hash code, of which often only the lowest bits differ.</summary>
    public static uint Spread(int code)
    {
        var product = (uint)code * 0x9E3779B97F4A7C15ul;
        return (uint)(product >> 32) ^ (uint)product;
    }
}
