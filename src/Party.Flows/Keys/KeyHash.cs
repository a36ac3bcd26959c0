namespace Party.Flows.Keys;

/// <summary>Which keys are the same, and what each of them hashes to; the same in all stages of one run.</summary>
/// <remarks>
/// Hashes are spread over all 32 bits. They decide in which stage a key is counted and not what comes of it, so they
/// may differ from one process to the next; what has to be the same everywhere is given as a <see
/// cref="Demand.Partitions.PartitionSelector{TEvent}"/>.
/// </remarks>
internal abstract class KeyHash<TKey>
{
    /// <summary>What a key hashes to.</summary>
    public abstract uint Of(TKey key);

    /// <summary>Whether two keys of the same hash are the same.</summary>
    public abstract bool AreSame(TKey one, TKey other);

    /// <summary>The stage out of so many that owns a hash.</summary>
    public static int StageOf(uint hash, int stages) => (int)(((ulong)(hash * 0x9E3779B1u) * (uint)stages) >> 32);
}
