namespace Party.Demand.Watching;

/// <summary>A key that many events have, and how many.</summary>
/// <param name="Key">The key.</param>
/// <param name="Count">How many events have it, at most.</param>
/// <param name="Error">By how much that may be too many: at least <c>Count − Error</c> events have the key.</param>
public readonly record struct HeavyHitter<TKey>(TKey Key, long Count, long Error)
{
    /// <summary><c>"red": 120 to 125</c>; without an error, <c>"red": 120</c>.</summary>
    public override string ToString() => Error == 0 ? $"\"{Key}\": {Count}" : $"\"{Key}\": {Count - Error} to {Count}";
}
