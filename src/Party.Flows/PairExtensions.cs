namespace Party.Flows;

/// <summary>Flows of pairs of a key and a value.</summary>
public static class PairExtensions
{
    /// <summary>Makes one value of every value; the keys stay.</summary>
    public static Flow<KeyValuePair<TKey, TResult>> SelectValues<TKey, TValue, TResult>(
        this Flow<KeyValuePair<TKey, TValue>> flow, Func<TValue, TResult> selector)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(selector);
        return flow.Select(pair => KeyValuePair.Create(pair.Key, selector(pair.Value)));
    }

    /// <summary>The values of every key, a group of each; emitted at the end of the data.</summary>
    /// <param name="flow">The pairs, whose keys are never null.</param>
    /// <param name="comparer">Which keys are the same; as they have it by default.</param>
    /// <param name="order">The order of the values of a group.</param>
    public static Flow<IGrouping<TKey, TValue>> GroupByKey<TKey, TValue>(
        this Flow<KeyValuePair<TKey, TValue>> flow,
        IEqualityComparer<TKey>? comparer = null,
        GroupOrder order = GroupOrder.Arrival)
    {
        ArgumentNullException.ThrowIfNull(flow);
        return flow.GroupBy(static pair => pair.Key, static pair => pair.Value, comparer, order);
    }
}
