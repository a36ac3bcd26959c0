using System.Buffers;
using System.Threading.Channels;
using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Words;

/// <summary>What one would write by hand: a bounded channel for each partition, with pooled batches of words.</summary>
internal sealed class BatchedChannels(WordList list) : IContender
{
    private int _next;

    public string Name => "channelsBatched";

    public long Run(long count)
    {
        _next = 0;
        var channels = Enumerable.Range(0, 4).Select(static _ => Queues.OfBatches<string>()).ToArray();
        var sums = channels.Select(channel => Task.Run(() => Queues.SumAsync(channel.Reader, WordList.Sum))).ToArray();
        Task.Run(() => ProduceAsync(count, channels)).GetAwaiter().GetResult();
        return Task.WhenAll(sums).GetAwaiter().GetResult().Sum();
    }

    public void Dispose()
    {
    }

    private async Task ProduceAsync(long count, Channel<Batch<string>>[] channels)
    {
        var lanes = channels.Select(_ => ArrayPool<string>.Shared.Rent(Queues.Batch)).ToArray();
        var counts = new int[channels.Length];
        for (var left = count; left > 0;)
        {
            left -= Scatter(left, lanes, counts, out var full);
            if (full >= 0)
            {
                await channels[full].Writer.WriteAsync(new(lanes[full], counts[full]));
                lanes[full] = ArrayPool<string>.Shared.Rent(Queues.Batch);
                counts[full] = 0;
            }
        }

        for (var lane = 0; lane < channels.Length; lane++)
        {
            await channels[lane].Writer.WriteAsync(new(lanes[lane], counts[lane]));
            channels[lane].Writer.Complete();
        }
    }

    // Until a lane is full, or the words are used up. The hot loop is no part of an async method.
    private long Scatter(long most, string[][] lanes, int[] counts, out int full)
    {
        var words = list.Words;
        var hash = list.Hash;
        var next = _next;
        var done = 0L;
        full = -1;
        while (done < most && full < 0)
        {
            var word = words[next];
            next = next + 1 == words.Length ? 0 : next + 1;
            var lane = hash(word);
            lanes[lane][counts[lane]++] = word;
            full = counts[lane] == Queues.Batch ? lane : -1;
            done++;
        }

        _next = next;
        return done;
    }
}
