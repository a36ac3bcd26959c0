using Party.Benchmarks.ByHand;
using Party.Benchmarks.Words;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Benchmarks.Parts;

/// <summary>Four consumers with a max-demand of 1000, and what they do with what they are handed.</summary>
internal static class Desk
{
    private const int MaxDemand = 1000;
    private const int Count = 4;

    /// <summary>A batch.</summary>
    public static string[] Words => WordList.MakeShuffled().Words[..Queues.Batch];

    public static DispatcherOptions<string> Options(DispatcherKind by) => by switch
    {
        DispatcherKind.Demand => new DemandDispatcherOptions<string>(),
        DispatcherKind.Broadcast => new BroadcastDispatcherOptions<string>(),
        _ => new PartitionDispatcherOptions<string>
        {
            Partitions = PartitionNames.Numbered(Count),
            Selector = PartitionSelector.ByIndex(WordList.Make().Hash),
        },
    };

    public static Subscription[] Consumers(DispatcherKind by) =>
        [.. Enumerable.Range(0, Count).Select(index => new Subscription(new(index + 1), new()
        {
            Partition = by == DispatcherKind.Partition ? $"{index}" : null,
            MaxDemand = MaxDemand,
        }))];

    /// <summary>What a consumer is to request next.</summary>
    public static long Missing(Subscription consumer) => MaxDemand - consumer.Outstanding;

    /// <summary>Gives the arrays back, as consumers do.</summary>
    /// <returns>How many events were handed on.</returns>
    public static int Take(Dispatch<string> dispatch)
    {
        var count = 0;
        foreach (var delivery in dispatch.Deliveries)
        {
            count += delivery.Events.Count;
            delivery.Owner?.GiveBack(delivery.Events);
        }

        return count == 0 ? throw new InvalidOperationException("Expected events to be handed on, got none.") : count;
    }
}
