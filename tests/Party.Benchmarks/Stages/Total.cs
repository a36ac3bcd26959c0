using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Stages;

/// <summary>What the last consumer of a line sums up, and that it has summed up everything.</summary>
internal sealed class Total(long count)
{
    private readonly Signal _done = new();
    private long _sum;
    private long _seen;

    public void Add(ReadOnlySpan<long> items)
    {
        _sum += Numbers.Sum(items);
        _seen += items.Length;
        if (_seen == count)
        {
            _done.Set(_sum);
        }
    }

    /// <summary>Waits for the last event.</summary>
    /// <returns>The sum.</returns>
    public long Wait() => _done.Wait();
}
