using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.Fanout;

/// <summary>The bound: one thread, which fills an array and sums it up, for every consumer that would see it.</summary>
internal sealed class BareLoop(int copies) : IContender
{
    private readonly long[] _items = new long[Queues.Batch];

    public string Name => "loop";

    public long Run(long count)
    {
        var sum = 0L;
        for (var next = 0L; next < count; next += Queues.Batch)
        {
            var items = _items.AsSpan(0, (int)Math.Min(Queues.Batch, count - next));
            Numbers.Count(items, next);
            for (var copy = 0; copy < copies; copy++)
            {
                sum += Numbers.Sum(items);
            }
        }

        return sum;
    }

    public void Dispose()
    {
    }
}
