using System.Threading.Channels;
using Party.Benchmarks.Measuring;

namespace Party.Benchmarks.Actors;

/// <summary>Starts so many tasks that read a channel each, completes every channel, and awaits the tasks.</summary>
internal sealed class NurseryChannels : IContender
{
    public string Name => "channels";

    public long Least => Settings.Actors;

    public long Run(long count) => Task.Run(() => RunAsync(count)).GetAwaiter().GetResult();

    public void Dispose()
    {
    }

    private static async Task<long> RunAsync(long count)
    {
        var stopped = new Tally();
        var channels = new Channel<object>[count];
        var tasks = new Task[count];
        for (var child = 0; child < channels.Length; child++)
        {
            var channel = channels[child] = Channel.CreateUnbounded<object>(new() { SingleReader = true });
            tasks[child] = Task.Run(() => Live(channel.Reader, stopped));
        }

        foreach (var channel in channels)
        {
            channel.Writer.Complete();
        }

        await Task.WhenAll(tasks);
        return stopped.Count;
    }

    private static async Task Live(ChannelReader<object> reader, Tally stopped)
    {
        while (await reader.WaitToReadAsync())
        {
            reader.TryRead(out _);
        }

        stopped.Increment();
    }
}
