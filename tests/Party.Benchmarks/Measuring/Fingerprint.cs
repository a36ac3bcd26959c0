namespace Party.Benchmarks.Measuring;

/// <summary>A number for each result, to be summed up: equal sums are evidence of equal results in any order.</summary>
internal static class Fingerprint
{
    // An odd number with as many ones as zeros in it: each pair goes elsewhere.
    private const long Spread = 0x1E3779B97F4A7C15;

    /// <summary>Two keys with the same value never come to the same.</summary>
    public static long Of(long key, long value) => unchecked(((key * Spread) ^ value) * Spread);

    public static long Sum(IEnumerable<(long Key, long Value)> results) =>
        results.Aggregate(0L, static (sum, one) => unchecked(sum + Of(one.Key, one.Value)));
}
