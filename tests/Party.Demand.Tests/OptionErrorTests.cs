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
        { "Expected park-policy to be ", () => Partitions with { ParkPolicy = (ParkPolicy)9 } },
        { "Expected without-consumer to be ", () => Partitions with { WithoutConsumer = (WithoutConsumer)9 } },
        { "Expected demand to be per-partition or pooled, got 9.", () => Partitions with { Demand = (DemandScope)9 } },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void A_mistaken_option_says_what_was_expected(string beginning, Func<object> mistake) =>
        Assert.StartsWith(beginning, Assert.Throws<ArgumentOutOfRangeException>(mistake).Message);
}
