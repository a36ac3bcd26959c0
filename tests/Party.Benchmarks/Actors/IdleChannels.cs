using System.Threading.Channels;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Actors;

/// <summary>Tasks that read a channel each, into which one message was written.</summary>
internal sealed class IdleChannels : IPopulation
{
    public string Name => "channels";

    public IDisposable Settle(int count)
    {
        var town = new Town(count);
        var settled = new Tally();
        var done = new Signal();
        for (var citizen = 0; citizen < count; citizen++)
        {
            var channel = town.Channels[citizen] = Channel.CreateUnbounded<object>(new() { SingleReader = true });
            Task.Run(() => Live(channel.Reader, settled, count, done));
            channel.Writer.TryWrite(Ball.Instance);
        }

        done.Wait();
        return town;
    }

    private static async Task Live(ChannelReader<object> reader, Tally settled, long wanted, Signal done)
    {
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out _))
            {
                if (settled.Increment() == wanted)
                {
                    done.Set(wanted);
                }
            }
        }
    }

    private sealed class Town(int count) : IDisposable
    {
        public Channel<object>[] Channels { get; } = new Channel<object>[count];

        public void Dispose()
        {
            foreach (var channel in Channels)
            {
                channel.Writer.Complete();
            }
        }
    }
}
