using System.Threading.Tasks.Dataflow;

namespace Party.Benchmarks.ByHand;

/// <summary>What the blocks of TPL Dataflow have in common here.</summary>
internal static class Blocks
{
    public static readonly DataflowLinkOptions ToTheEnd = new() { PropagateCompletion = true };

    public static ExecutionDataflowBlockOptions Bounded { get; } =
        new() { BoundedCapacity = Queues.EventsInFlight, SingleProducerConstrained = true };

    /// <summary>Hands events over, as far as the block takes them at once.</summary>
    /// <returns>How many it took.</returns>
    private static long PostAll<T>(ITargetBlock<T> block, long first, long end, Func<long, T> make)
    {
        var next = first;
        while (next < end && block.Post(make(next)))
        {
            next++;
        }

        return next - first;
    }

    /// <summary>Hands over events, waits where it must, and completes the block.</summary>
    public static async Task SendAsync<T>(ITargetBlock<T> block, long count, Func<long, T> make)
    {
        for (var next = 0L; next < count;)
        {
            next += PostAll(block, next, count, make);
            if (next < count)
            {
                await block.SendAsync(make(next++));
            }
        }

        block.Complete();
    }
}
