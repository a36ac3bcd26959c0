namespace Party.Demand.Hashing;

/// <summary>Jump consistent hash: as buckets are added at the end, only what the new ones get moves.</summary>
/// <remarks>
/// From n buckets to m &gt; n, a share of (m − n) / m of all keys moves, all of them to new buckets; from m to n,
/// those of the last m − n buckets move, and no others. The cost is O(log n), and no memory.
/// Source: Lamping and Veach, "A Fast, Minimal Memory, Consistent Hash Algorithm", 2014.
/// </remarks>
public static class JumpHash
{
    /// <summary>The bucket of a key.</summary>
    /// <param name="key">Its hash, such as <see cref="StableHash"/> makes.</param>
    /// <param name="buckets">How many there are, at least 1.</param>
    /// <returns>0 to <paramref name="buckets"/> − 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="buckets"/> is below 1.</exception>
    public static int Of(ulong key, int buckets)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(buckets);
        var bucket = -1L;
        for (var next = 0L; next < buckets;)
        {
            bucket = next;
            key = unchecked((key * 2862933555777941757) + 1);
            next = (long)((bucket + 1) * ((double)(1L << 31) / ((key >> 33) + 1)));
        }

        return (int)bucket;
    }
}
