using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.Pipeline;

/// <summary>The bound: one thread, which counts, maps and sums through two arrays.</summary>
internal sealed class BareLoop : IContender
{
    private readonly long[] _items = new long[Queues.Batch];
    private readonly long[] _mapped = new long[Queues.Batch];

    public string Name => "loop";

    public long Run(long count)
    {
        var sum = 0L;
        for (var next = 0L; next < count; next += Queues.Batch)
        {
            var items = _items.AsSpan(0, (int)Math.Min(Queues.Batch, count - next));
            var mapped = _mapped.AsSpan(0, items.Length);
            Numbers.Count(items, next);
            Numbers.Map(items, mapped);
            sum += Numbers.Sum(mapped);
        }

        return sum;
    }

    public void Dispose()
    {
    }
}
