namespace Party.Flows.Keys;

/// <summary>How events are counted by key.</summary>
internal static class Counting
{
    /// <summary>One more for every event.</summary>
    public static KeyedRule<TKey, None, int> Rule<TKey>(string name, KeyHash<TKey> hash) => new(
        name,
        hash,
        static (ref int kept, bool _, TKey _, None _) => kept = checked(kept + 1),
        static (ref int kept, bool _, TKey _, int count) => kept = checked(kept + count));
}
