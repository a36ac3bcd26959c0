namespace Party.Flows.Keys;

/// <summary>What is to be done with a key, and the key's hash, so that it is worked out once.</summary>
internal readonly struct Keyed<TKey, TValue>(uint hash, TKey key, TValue value)
{
    /// <summary>The key's hash; see <see cref="KeyHash{TKey}"/>.</summary>
    public readonly uint Hash = hash;

    /// <summary>The key.</summary>
    public readonly TKey Key = key;

    /// <summary>The event, or what is left of it.</summary>
    public readonly TValue Value = value;

    /// <summary>Names the event where it fails.</summary>
    public override string ToString() => $"{FlowException.Show(Key)}: {FlowException.Show(Value)}";
}
