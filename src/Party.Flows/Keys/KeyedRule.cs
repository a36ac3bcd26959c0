namespace Party.Flows.Keys;

/// <summary>What is kept for every key, and how a value comes to it.</summary>
/// <param name="Name">The operator, as it is called in code.</param>
/// <param name="Hash">Which keys are the same.</param>
/// <param name="Fold">How a value comes to what is kept.</param>
/// <param name="Combine">How something that was kept elsewhere comes to it; null where nobody has said.</param>
internal sealed record KeyedRule<TKey, TValue, TKept>(
    string Name, KeyHash<TKey> Hash, Fold<TKey, TKept, TValue> Fold, Fold<TKey, TKept, TKept>? Combine)
{
    /// <summary>The same for what was kept elsewhere.</summary>
    public KeyedRule<TKey, TKept, TKept> Combining => new(Name, Hash, Combine ?? Refuse, Combine);

    private void Refuse(ref TKept kept, bool isNew, TKey key, TKept value) =>
        throw FlowException.Uncombined(Name, key);
}
