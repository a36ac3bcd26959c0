using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.Fanout;

/// <summary>One bounded channel of pooled batches, which four tasks read.</summary>
internal sealed class SharedChannel : IContender
{
    public string Name => "channelsBatched";

    public long Run(long count)
    {
        var channel = Queues.OfBatches<long>(readers: FanoutCase.Consumers);
        var sums = Enumerable.Range(0, FanoutCase.Consumers)
            .Select(_ => Task.Run(() => Queues.SumAsync(channel.Reader, Numbers.Sum)))
            .ToArray();
        Task.Run(() => NumberQueues.WriteAsync(channel.Writer, count)).GetAwaiter().GetResult();
        channel.Writer.Complete();
        return Task.WhenAll(sums).GetAwaiter().GetResult().Sum();
    }

    public void Dispose()
    {
    }
}
