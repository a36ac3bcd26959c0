using System.Diagnostics;
using System.Threading.Channels;
using Party.Benchmarks.Actors;

namespace Party.Benchmarks.Latency;

/// <summary>A task writes into a channel, and another one writes back into a second channel.</summary>
internal sealed class ChannelTraveller : ITraveller
{
    private static readonly UnboundedChannelOptions OneToOne = new() { SingleReader = true, SingleWriter = true };

    public string Name => "channel";

    public void Travel(long[] trips)
    {
        var there = Channel.CreateUnbounded<object>(OneToOne);
        var back = Channel.CreateUnbounded<object>(OneToOne);
        var host = Task.Run(() => Receive(there.Reader, back.Writer));
        Task.Run(() => TravelAsync(trips, there.Writer, back.Reader)).GetAwaiter().GetResult();
        host.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
    }

    private static async Task TravelAsync(long[] trips, ChannelWriter<object> there, ChannelReader<object> back)
    {
        for (var trip = 0; trip < trips.Length; trip++)
        {
            var left = Stopwatch.GetTimestamp();
            there.TryWrite(Ball.Instance);
            await back.ReadAsync();
            trips[trip] = Stopwatch.GetTimestamp() - left;
        }

        there.Complete();
    }

    private static async Task Receive(ChannelReader<object> there, ChannelWriter<object> back)
    {
        while (await there.WaitToReadAsync())
        {
            while (there.TryRead(out var guest))
            {
                back.TryWrite(guest);
            }
        }
    }
}
