using System.Buffers;
using System.Threading.Channels;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Words;

/// <summary>What one would write by hand: a bounded channel for each partition, with pooled batches of words.</summary>
internal sealed class BatchedChannels(WordList list, int batch = BatchedChannels.Batch) : IContender
{
    private const int Batch = 500;
    private const int BatchesInFlight = 4;

    private int _next;

    public string Name => "channels";

    public long Run(long words)
    {
        var channels = Enumerable.Range(0, 4).Select(_ => Channel.CreateBounded<(string[] Words, int Count)>(
            new BoundedChannelOptions(BatchesInFlight) { SingleReader = true, SingleWriter = true })).ToArray();
        var consumers = channels.Select(channel => Task.Run(() => ConsumeAsync(channel.Reader))).ToArray();
        Task.Run(() => ProduceAsync(words, channels)).GetAwaiter().GetResult();
        return Task.WhenAll(consumers).GetAwaiter().GetResult().Sum();
    }

    public void Dispose()
    {
    }

    private async Task ProduceAsync(long words, Channel<(string[] Words, int Count)>[] channels)
    {
        var lanes = channels.Select(_ => ArrayPool<string>.Shared.Rent(batch)).ToArray();
        var counts = new int[channels.Length];
        for (var left = words; left > 0;)
        {
            left -= Scatter(left, lanes, counts, out var full);
            if (full >= 0)
            {
                await channels[full].Writer.WriteAsync((lanes[full], counts[full]));
                lanes[full] = ArrayPool<string>.Shared.Rent(batch);
                counts[full] = 0;
            }
        }

        for (var lane = 0; lane < channels.Length; lane++)
        {
            await channels[lane].Writer.WriteAsync((lanes[lane], counts[lane]));
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
            full = counts[lane] == batch ? lane : -1;
            done++;
        }

        _next = next;
        return done;
    }

    private static async Task<long> ConsumeAsync(ChannelReader<(string[] Words, int Count)> reader)
    {
        var sum = 0L;
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out var batch))
            {
                sum += Sum(batch.Words.AsSpan(0, batch.Count));
                batch.Words.AsSpan(0, batch.Count).Clear();
                ArrayPool<string>.Shared.Return(batch.Words);
            }
        }

        return sum;
    }

    private static long Sum(ReadOnlySpan<string> words)
    {
        var sum = 0L;
        foreach (var word in words)
        {
            sum += word.Length;
        }

        return sum;
    }
}
