using Party.Actors;
using Party.Benchmarks.ByHand;

namespace Party.Benchmarks.Stages;

/// <summary>Counts from 0.</summary>
/// <param name="count">How far.</param>
/// <param name="consumers">How many have to subscribe before it begins.</param>
/// <param name="options">Whose they are then.</param>
internal sealed class Counter(long count, int consumers, ProducerOptions<long> options)
    : EndingProducer<long>(count, consumers, options)
{
    private readonly long[] _items = new long[Queues.Batch];
    private long _next;

    protected override void Make(int count)
    {
        for (var left = count; left > 0;)
        {
            var items = _items.AsSpan(0, Math.Min(left, _items.Length));
            Numbers.Count(items, _next);
            Emit(items);
            _next += items.Length;
            left -= items.Length;
        }
    }
}
