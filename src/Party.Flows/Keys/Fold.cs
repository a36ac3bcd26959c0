namespace Party.Flows.Keys;

/// <summary>How a value comes to what there is for its key.</summary>
/// <param name="kept">What there is; a default value where the key is new.</param>
/// <param name="isNew">Whether the key is new.</param>
/// <param name="key">The key.</param>
/// <param name="value">The value.</param>
internal delegate void Fold<in TKey, TKept, in TValue>(ref TKept kept, bool isNew, TKey key, TValue value);
