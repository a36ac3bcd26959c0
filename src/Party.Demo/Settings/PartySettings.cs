using System.Collections.Immutable;
using Party.Demand.Buffering;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demo.Settings;

/// <summary>What <c>party.conf</c> says, over its reference.</summary>
internal sealed record PartySettings
{
    public required ImmutableArray<PartitionSettings> Partitions { get; init; }

    /// <summary>Where a word goes whose first letter nobody owns; null to discard it.</summary>
    public required string? DefaultPartition { get; init; }

    public required DemandScope Demand { get; init; }

    public required int ParkLimit { get; init; }

    public required ParkPolicy ParkPolicy { get; init; }

    public required WithoutConsumer WithoutConsumer { get; init; }

    public required EventBufferOptions Buffer { get; init; }

    public required int MaxDemand { get; init; }

    /// <summary>Null for half of <see cref="MaxDemand"/>.</summary>
    public required int? MinDemand { get; init; }

    public required DeliveryMode Delivery { get; init; }

    public required RestartLimits ConsumerRestarts { get; init; }

    public required RestartLimits ProducerRestarts { get; init; }

    public required TimeSpan DrainDeadline { get; init; }

    public PartitionNames Names => PartitionNames.Named(Partitions.Select(partition => partition.Name));

    public LetterMap Letters => new(Partitions, DefaultPartition);

    public SubscriptionOptions Subscription(string partition) => new()
    {
        Partition = partition,
        MaxDemand = MaxDemand,
        MinDemand = MinDemand,
        Delivery = Delivery,
    };
}
