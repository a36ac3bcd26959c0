using System.Collections;

namespace Party.Flows.Keys;

/// <summary>The events of a key.</summary>
internal sealed class Group<TKey, TElement>(TKey key, IReadOnlyList<TElement> elements)
    : IGrouping<TKey, TElement>, IReadOnlyList<TElement>
{
    /// <inheritdoc/>
    public TKey Key => key;

    /// <inheritdoc/>
    public int Count => elements.Count;

    /// <inheritdoc/>
    public TElement this[int index] => elements[index];

    /// <summary>Of what has come of a key, in one order or the other.</summary>
    public static Group<TKey, TElement> Of(TKey key, List<TElement> elements, bool isDone, GroupOrder order) =>
        new(key, order == GroupOrder.Reversed ? [.. Enumerable.Reverse(elements)] : isDone ? elements : [.. elements]);

    /// <inheritdoc/>
    public IEnumerator<TElement> GetEnumerator() => elements.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
