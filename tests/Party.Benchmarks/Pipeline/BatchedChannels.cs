using System.Threading.Channels;
using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.Pipeline;

/// <summary>Three tasks and two bounded channels of pooled batches, which are mapped where they are.</summary>
internal sealed class BatchedChannels : IContender
{
    public string Name => "channelsBatched";

    public long Run(long count)
    {
        var first = Queues.OfBatches<long>();
        var second = Queues.OfBatches<long>();
        var sum = Task.Run(() => Queues.SumAsync(second.Reader, Numbers.Sum));
        var mapped = Task.Run(() => MapAsync(first.Reader, second.Writer));
        Task.Run(() => NumberQueues.WriteAsync(first.Writer, count)).GetAwaiter().GetResult();
        first.Writer.Complete();
        mapped.GetAwaiter().GetResult();
        return sum.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
    }

    private static async Task MapAsync(ChannelReader<Batch<long>> reader, ChannelWriter<Batch<long>> writer)
    {
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out var batch))
            {
                Numbers.Map(batch.Items, batch.Array);
                await writer.WriteAsync(batch);
            }
        }

        writer.Complete();
    }
}
