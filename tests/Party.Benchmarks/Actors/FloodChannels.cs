using System.Threading.Channels;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Actors;

/// <summary>One task that reads an unbounded channel, written by so many tasks as fast as they can.</summary>
internal sealed class FloodChannels(int senders) : IContender
{
    public string Name => "channels";

    public long Run(long count)
    {
        var channel = Channel.CreateUnbounded<object>(
            new() { SingleReader = true, SingleWriter = senders == 1 });
        var counter = Task.Run(() => Count(channel.Reader, count / senders * senders));
        for (var sender = 0; sender < senders; sender++)
        {
            Task.Run(() => Send(channel.Writer, count / senders));
        }

        return counter.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
    }

    private static void Send(ChannelWriter<object> writer, long count)
    {
        for (var sent = 0L; sent < count; sent++)
        {
            writer.TryWrite(Ball.Instance);
        }
    }

    private static async Task<long> Count(ChannelReader<object> reader, long wanted)
    {
        var received = 0L;
        while (received < wanted && await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out _))
            {
                received++;
            }
        }

        return received;
    }
}
