using System.Threading.Channels;

namespace Party.Benchmarks.ByHand;

/// <summary>The bounded channels that one would write by hand.</summary>
internal static class Queues
{
    /// <summary>Events in a batch.</summary>
    public const int Batch = 500;

    /// <summary>Batches that a channel takes.</summary>
    public const int BatchesInFlight = 4;

    /// <summary>Events that a channel takes one by one.</summary>
    public const int EventsInFlight = 1000;

    public static Channel<Batch<T>> OfBatches<T>(int writers = 1, int readers = 1) =>
        Make<Batch<T>>(BatchesInFlight, writers, readers);

    public static Channel<T> OfEvents<T>(int writers = 1, int readers = 1) => Make<T>(EventsInFlight, writers, readers);

    /// <summary>Reads batches to the end, and gives every array back.</summary>
    public static async Task<long> SumAsync<T>(ChannelReader<Batch<T>> reader, SpanSum<T> sum)
    {
        var total = 0L;
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out var batch))
            {
                total += sum(batch.Items);
                batch.Return();
            }
        }

        return total;
    }

    /// <summary>Reads events to the end.</summary>
    public static async Task<long> SumEachAsync<T>(ChannelReader<T> reader, Func<T, long> value)
    {
        var total = 0L;
        while (await reader.WaitToReadAsync())
        {
            total += SumNow(reader, value);
        }

        return total;
    }

    // The hot loop is no part of an async method.
    private static long SumNow<T>(ChannelReader<T> reader, Func<T, long> value)
    {
        var total = 0L;
        while (reader.TryRead(out var item))
        {
            total += value(item);
        }

        return total;
    }

    private static Channel<T> Make<T>(int capacity, int writers, int readers) => Channel.CreateBounded<T>(
        new BoundedChannelOptions(capacity) { SingleWriter = writers == 1, SingleReader = readers == 1 });
}
