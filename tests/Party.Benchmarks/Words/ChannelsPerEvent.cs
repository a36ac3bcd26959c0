using System.Threading.Channels;
using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Words;

/// <summary>A bounded channel for each partition, into which every word is written by itself.</summary>
internal sealed class ChannelsPerEvent(WordList list) : IContender
{
    private int _next;

    public string Name => "channelsPerEvent";

    public long Run(long count)
    {
        _next = 0;
        var channels = Enumerable.Range(0, 4).Select(static _ => Queues.OfEvents<string>()).ToArray();
        var sums = channels
            .Select(channel => Task.Run(() => Queues.SumEachAsync(channel.Reader, static word => word.Length)))
            .ToArray();
        Task.Run(() => ProduceAsync(count, channels)).GetAwaiter().GetResult();
        return Task.WhenAll(sums).GetAwaiter().GetResult().Sum();
    }

    public void Dispose()
    {
    }

    private async Task ProduceAsync(long count, Channel<string>[] channels)
    {
        for (var left = count; left > 0;)
        {
            left -= Write(left, channels, out var full);
            if (full >= 0)
            {
                await channels[full].Writer.WaitToWriteAsync();
            }
        }

        Array.ForEach(channels, static channel => channel.Writer.Complete());
    }

    // Until a channel is full, or the words are used up. The hot loop is no part of an async method.
    private long Write(long most, Channel<string>[] channels, out int full)
    {
        var words = list.Words;
        var hash = list.Hash;
        full = -1;
        for (var done = 0L; done < most; done++)
        {
            var word = words[_next];
            var lane = hash(word);
            if (!channels[lane].Writer.TryWrite(word))
            {
                full = lane;
                return done;
            }

            _next = _next + 1 == words.Length ? 0 : _next + 1;
        }

        return most;
    }
}
