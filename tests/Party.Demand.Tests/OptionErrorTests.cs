using Party.Demand.Buffering;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests;

/// <summary>Whoever sets an option to what it can't be is told so there and then, by its name in a file.</summary>
public sealed class OptionErrorTests
{
    private static PartitionDispatcherOptions<int> Partitions { get; } = new()
    {
        Partitions = PartitionNames.Numbered(2),
    };

    public static TheoryData<string, Func<object>> Mistakes => new()
    {
        { "Expected max-demand of at least 1, got 0.", () => new SubscriptionOptions { MaxDemand = 0 } },
        { "Expected min-demand of at least 0, got -1.", () => new SubscriptionOptions { MinDemand = -1 } },
        { "Expected Cancel to be permanent, ", () => new SubscriptionOptions { Cancel = (CancelMode)9 } },
        { "Expected buffer-size of at least 1, got 0.", () => new EventBufferOptions { Size = 0 } },
        { "Expected Keep to be last or first, got 9.", () => new EventBufferOptions { Keep = (BufferKeep)9 } },
        { "Expected the dispatcher's max-demand", () => new DemandDispatcherOptions<int> { MaxDemand = 0 } },
        { "Expected park-limit of at least 1, got 0.", () => Partitions with { ParkLimit = 0 } },
        { "Expected park-bytes of at least 1, got 0.", () => Partitions with { ParkBytes = 0 } },
        { "Expected park-policy to be ", () => Partitions with { ParkPolicy = (ParkPolicy)9 } },
        { "Expected without-consumer to be ", () => Partitions with { WithoutConsumer = (WithoutConsumer)9 } },
        { "Expected demand to be per-partition or pooled, got 9.", () => Partitions with { Demand = (DemandScope)9 } },
    };

    public static TheoryData<string, Func<object>> Contradictions => new()
    {
        {
            "Expected a key where partitions are shared by key, got none.",
            () => (Partitions with { Consumers = PartitionConsumers.SharedByKey }).Build()
        },
        {
            "Expected partitions that are shared by key to have no priorities, got both.",
            () => (Partitions with
            {
                Consumers = PartitionConsumers.SharedByKey,
                Key = EventKey.By<int, int>(static number => number),
                Priorities = new(static _ => 0, 1),
            }).Build()
        },
        {
            "Expected the size of events of type System.Int32 where there are park-bytes, got none.",
            () => (Partitions with { ParkBytes = 5 }).Build()
        },
        {
            "Expected weights of 1 to 8 classes, got 0.",
            () => new EventPriorities<int>(static _ => 0)
        },
        {
            "Expected weights of at least 1, got 0 among 3, 0.",
            () => new EventPriorities<int>(static _ => 0, 3, 0)
        },
    };

    [Theory]
    [MemberData(nameof(Contradictions), DisableDiscoveryEnumeration = true)]
    public void Options_that_do_not_go_together_say_what_was_expected(string beginning, Func<object> mistake) =>
        Assert.StartsWith(beginning, Assert.Throws<ArgumentException>(mistake).Message);

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void A_mistaken_option_says_what_was_expected(string beginning, Func<object> mistake) =>
        Assert.StartsWith(beginning, Assert.Throws<ArgumentOutOfRangeException>(mistake).Message);
}
