namespace Party.Benchmarks.Measuring;

/// <summary>Counts what any thread may do.</summary>
internal sealed class Tally
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public long Increment() => Interlocked.Increment(ref _count);
}
