using System.Buffers;
using System.Threading.Channels;
using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.Fanout;

/// <summary>Four bounded channels, each with a pooled copy of every batch.</summary>
internal sealed class CopiedBatches : IContender
{
    public string Name => "channelsBatched";

    public long Run(long count)
    {
        var channels = Enumerable.Range(0, FanoutCase.Consumers).Select(_ => Queues.OfBatches<long>()).ToArray();
        var sums = channels.Select(channel => Task.Run(() => Queues.SumAsync(channel.Reader, Numbers.Sum))).ToArray();
        Task.Run(() => WriteAsync(channels, count)).GetAwaiter().GetResult();
        return Task.WhenAll(sums).GetAwaiter().GetResult().Sum();
    }

    public void Dispose()
    {
    }

    private static async Task WriteAsync(Channel<Batch<long>>[] channels, long count)
    {
        for (var next = 0L; next < count;)
        {
            var batch = NumberQueues.Next(next, count);
            for (var copy = 1; copy < channels.Length; copy++)
            {
                await channels[copy].Writer.WriteAsync(Copy(batch));
            }

            await channels[0].Writer.WriteAsync(batch);
            next += batch.Count;
        }

        Array.ForEach(channels, static channel => channel.Writer.Complete());
    }

    private static Batch<long> Copy(Batch<long> batch)
    {
        var array = ArrayPool<long>.Shared.Rent(Queues.Batch);
        batch.Items.CopyTo(array);
        return batch with { Array = array };
    }
}
