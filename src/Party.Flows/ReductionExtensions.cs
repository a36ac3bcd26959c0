namespace Party.Flows;

/// <summary>What may be emitted of a state that consists of events.</summary>
public static class ReductionExtensions
{
    /// <summary>Emits what the state consists of, and goes on with the state.</summary>
    public static Flow<TItem> EmitEvents<TItem>(this IReducedTo<IEnumerable<TItem>> reduction)
    {
        ArgumentNullException.ThrowIfNull(reduction);
        return reduction.EmitEach(nameof(EmitEvents), static state => state);
    }

    /// <summary>
    /// Sorts what the states of all stages consist of, and emits the first of it as one list per window.
    /// </summary>
    /// <param name="reduction">A state that consists of events.</param>
    /// <param name="count">
    /// How many events a list has at most, 0 or more. A stage sends no more than so many either.
    /// </param>
    /// <param name="comparer">Which event comes first; as they have it by default.</param>
    public static Flow<IReadOnlyList<TItem>> TakeSorted<TItem>(
        this IReducedTo<IEnumerable<TItem>> reduction, int count, IComparer<TItem>? comparer = null)
    {
        ArgumentNullException.ThrowIfNull(reduction);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return reduction.Gather(
            nameof(TakeSorted),
            state => state.Order(comparer).Take(count).ToArray(),
            IReadOnlyList<TItem> (lists) => [.. lists.SelectMany(static list => list).Order(comparer).Take(count)]);
    }
}
