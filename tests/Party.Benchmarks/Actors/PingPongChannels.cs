using System.Threading.Channels;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Actors;

/// <summary>Two tasks and two unbounded channels, each with one reader and one writer.</summary>
internal sealed class PingPongChannels(int inFlight) : IContender
{
    private static readonly UnboundedChannelOptions OneToOne = new() { SingleReader = true, SingleWriter = true };

    public string Name => "channels";

    public long Run(long count)
    {
        var there = Channel.CreateUnbounded<object>(OneToOne);
        var back = Channel.CreateUnbounded<object>(OneToOne);
        var ponger = Task.Run(() => Pong(there.Reader, back.Writer));
        var returned = Task.Run(() => Ping(back.Reader, there.Writer, count / 2)).GetAwaiter().GetResult();
        ponger.GetAwaiter().GetResult();
        return 2 * returned;
    }

    public void Dispose()
    {
    }

    private async Task<long> Ping(ChannelReader<object> reader, ChannelWriter<object> writer, long wanted)
    {
        var served = 0L;
        for (; served < Math.Min(inFlight, wanted); served++)
        {
            writer.TryWrite(Ball.Instance);
        }

        var returned = 0L;
        while (returned < wanted && await reader.WaitToReadAsync())
        {
            for (; reader.TryRead(out var ball); returned++)
            {
                if (served < wanted)
                {
                    served++;
                    writer.TryWrite(ball);
                }
            }
        }

        writer.Complete();
        return returned;
    }

    private static async Task Pong(ChannelReader<object> reader, ChannelWriter<object> writer)
    {
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out var ball))
            {
                writer.TryWrite(ball);
            }
        }
    }
}
