using System.Threading.Channels;
using Party.Benchmarks.ByHand;
using Party.Benchmarks.Measuring;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.Pipeline;

/// <summary>Three tasks and two bounded channels, through which every number goes by itself.</summary>
internal sealed class ChannelsPerEvent : IContender
{
    public string Name => "channelsPerEvent";

    public long Run(long count)
    {
        var first = Queues.OfEvents<long>();
        var second = Queues.OfEvents<long>();
        var sum = Task.Run(() => Queues.SumEachAsync(second.Reader, static item => item));
        var mapped = Task.Run(() => MapAsync(first.Reader, second.Writer));
        Task.Run(() => NumberQueues.WriteEachAsync(first.Writer, count)).GetAwaiter().GetResult();
        first.Writer.Complete();
        mapped.GetAwaiter().GetResult();
        return sum.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
    }

    private static async Task MapAsync(ChannelReader<long> reader, ChannelWriter<long> writer)
    {
        while (await reader.WaitToReadAsync())
        {
            while (MapNow(reader, writer) is { } stuck)
            {
                await writer.WriteAsync(stuck);
            }
        }

        writer.Complete();
    }

    // Until there is nothing to read, or no room for what it returns. The hot loop is no part of an async method.
    private static long? MapNow(ChannelReader<long> reader, ChannelWriter<long> writer)
    {
        while (reader.TryRead(out var item))
        {
            var mapped = Numbers.MapOne(item);
            if (!writer.TryWrite(mapped))
            {
                return mapped;
            }
        }

        return null;
    }
}
