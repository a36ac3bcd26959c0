using System.Threading.Channels;

namespace Party.Flows.Tests.Pipelines;

/// <summary>The same events, given in every way there is.</summary>
public static class Sources
{
    /// <summary>How many ways there are.</summary>
    public const int Count = 6;

    /// <summary>A flow of events.</summary>
    public static (EntryFlow<int> Flow, string Name) Of(int way, int[] events, FlowOptions options) => way switch
    {
        0 => (Flow.From(events, options), "array"),
        1 => (Flow.From(events.ToList(), options), "list"),
        2 => (Flow.From(Lazily(events), options), "sequence"),
        3 => (Flow.From(Later(events), options), "async sequence"),
        4 => (Flow.From(Channelled(events), options), "channel"),
        _ => (Flow.FromAll(events.Chunk(1000).Append([]).Select(Lazily), options), "sequences"),
    };

    /// <summary>A sequence that is no collection.</summary>
    public static IEnumerable<int> Lazily(int[] events)
    {
        foreach (var item in events)
        {
            yield return item;
        }
    }

    /// <summary>An asynchronous sequence that now and then really is.</summary>
    public static async IAsyncEnumerable<int> Later(int[] events)
    {
        foreach (var item in events)
        {
            if (item % 100 == 0)
            {
                await Task.Yield();
            }

            yield return item;
        }
    }

    /// <summary>A channel that is completed behind the events.</summary>
    public static ChannelReader<int> Channelled(int[] events)
    {
        var channel = Channel.CreateUnbounded<int>();
        foreach (var item in events)
        {
            channel.Writer.TryWrite(item);
        }

        channel.Writer.Complete();
        return channel.Reader;
    }
}
