namespace Party.Flows.Keys;

/// <summary>How events become what is kept for their key.</summary>
internal static class Folding
{
    /// <summary>A state, by functions of a user's.</summary>
    public static KeyedRule<TKey, TEvent, TState> Rule<TEvent, TKey, TState>(
        string name,
        KeyHash<TKey> hash,
        Func<TKey, TState> seed,
        Func<TState, TEvent, TState> func,
        Func<TState, TState, TState>? combine)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(func);
        return new(
            name,
            hash,
            (ref TState kept, bool isNew, TKey key, TEvent item) => kept = func(isNew ? seed(key) : kept, item),
            combine is null
                ? null
                : (ref TState kept, bool isNew, TKey _, TState state) => kept = isNew ? state : combine(kept, state));
    }

    /// <summary>A list.</summary>
    public static KeyedRule<TKey, TElement, List<TElement>> Group<TKey, TElement>(
        string name, KeyHash<TKey> hash) => new(
        name,
        hash,
        static (ref List<TElement> kept, bool isNew, TKey _, TElement item) =>
        {
            if (isNew)
            {
                kept = [];
            }

            kept.Add(item);
        },
        static (ref List<TElement> kept, bool isNew, TKey _, List<TElement> others) =>
        {
            if (isNew)
            {
                kept = [];
            }

            kept.AddRange(others);
        });
}
