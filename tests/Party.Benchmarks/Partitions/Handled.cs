namespace Party.Benchmarks.Partitions;

/// <summary>How many events each partition's consumer has handled; only that consumer writes its count.</summary>
internal sealed class Handled(int partitions)
{
    // Where there are few, each has a cache line of its own; many hardly ever meet.
    private readonly int _apart = partitions <= 64 ? 16 : 1;
    private readonly long[] _counts = new long[partitions * (partitions <= 64 ? 16 : 1)];

    public long Total
    {
        get
        {
            var total = 0L;
            for (var index = 0; index < _counts.Length; index += _apart)
            {
                total += Volatile.Read(ref _counts[index]);
            }

            return total;
        }
    }

    public void Add(int partition, long count)
    {
        ref var own = ref _counts[partition * _apart];
        Volatile.Write(ref own, own + count);
    }

    public long Of(int partition) => Volatile.Read(ref _counts[partition * _apart]);
}
