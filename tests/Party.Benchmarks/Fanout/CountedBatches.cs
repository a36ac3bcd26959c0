using System.Threading.Channels;
using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.Fanout;

/// <summary>Four bounded channels with the same batches; who is last with one gives it back.</summary>
internal sealed class CountedBatches : IContender
{
    public string Name => "channelsCounted";

    public long Run(long count)
    {
        var channels = Enumerable.Range(0, FanoutCase.Consumers)
            .Select(static _ => Channel.CreateBounded<Counted>(
                new BoundedChannelOptions(Queues.BatchesInFlight) { SingleReader = true, SingleWriter = true }))
            .ToArray();
        var sums = channels.Select(static channel => Task.Run(() => SumAsync(channel.Reader))).ToArray();
        Task.Run(() => WriteAsync(channels, count)).GetAwaiter().GetResult();
        return Task.WhenAll(sums).GetAwaiter().GetResult().Sum();
    }

    public void Dispose()
    {
    }

    private static async Task WriteAsync(Channel<Counted>[] channels, long count)
    {
        for (var next = 0L; next < count;)
        {
            var batch = new Counted(NumberQueues.Next(next, count), channels.Length);
            next += batch.Count;
            foreach (var channel in channels)
            {
                await channel.Writer.WriteAsync(batch);
            }
        }

        Array.ForEach(channels, static channel => channel.Writer.Complete());
    }

    private static async Task<long> SumAsync(ChannelReader<Counted> reader)
    {
        var sum = 0L;
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out var batch))
            {
                sum += batch.Take();
            }
        }

        return sum;
    }

    private sealed class Counted(Batch<long> batch, int readers)
    {
        private int _left = readers;

        public int Count => batch.Count;

        public long Take()
        {
            var sum = Numbers.Sum(batch.Items);
            if (Interlocked.Decrement(ref _left) == 0)
            {
                batch.Return();
            }

            return sum;
        }
    }
}
