using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.Fanin;

/// <summary>A bounded channel, into which four tasks write pooled batches.</summary>
internal sealed class BatchedChannel : IContender
{
    public string Name => "channelsBatched";

    public long Run(long count)
    {
        var channel = Queues.OfBatches<long>(writers: FaninCase.Producers);
        var sum = Task.Run(() => Queues.SumAsync(channel.Reader, Numbers.Sum));
        var written = Enumerable.Range(0, FaninCase.Producers)
            .Select(_ => Task.Run(() => NumberQueues.WriteAsync(channel.Writer, count / FaninCase.Producers)))
            .ToArray();
        Task.WhenAll(written).GetAwaiter().GetResult();
        channel.Writer.Complete();
        return sum.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
    }
}
