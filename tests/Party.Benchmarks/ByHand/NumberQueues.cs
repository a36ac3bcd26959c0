using System.Buffers;
using System.Threading.Channels;
using Party.Benchmarks.Stages;

namespace Party.Benchmarks.ByHand;

/// <summary>Counts from 0 into a channel.</summary>
internal static class NumberQueues
{
    /// <summary>In pooled batches.</summary>
    public static async Task WriteAsync(ChannelWriter<Batch<long>> writer, long count)
    {
        for (var next = 0L; next < count;)
        {
            var batch = Next(next, count);
            await writer.WriteAsync(batch);
            next += batch.Count;
        }
    }

    /// <summary>One by one.</summary>
    public static async Task WriteEachAsync(ChannelWriter<long> writer, long count)
    {
        for (var next = WriteNow(writer, 0, count); next < count; next = WriteNow(writer, next, count))
        {
            await writer.WaitToWriteAsync();
        }
    }

    /// <summary>The next batch, in an array from the pool.</summary>
    public static Batch<long> Next(long next, long count)
    {
        var array = ArrayPool<long>.Shared.Rent(Queues.Batch);
        var length = (int)Math.Min(Queues.Batch, count - next);
        Numbers.Count(array.AsSpan(0, length), next);
        return new(array, length);
    }

    // As far as there is room. The hot loop is no part of an async method.
    private static long WriteNow(ChannelWriter<long> writer, long next, long count)
    {
        while (next < count && writer.TryWrite(next))
        {
            next++;
        }

        return next;
    }
}
