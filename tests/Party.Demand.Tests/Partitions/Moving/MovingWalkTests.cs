using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions.Moving;

/// <summary>Changes of the partitions at any time, in random lives: nothing lost, twice, or out of order.</summary>
public sealed class MovingWalkTests
{
    [Theory]
    [MemberData(nameof(Seeds.First), 150, MemberType = typeof(Seeds))]
    public void Order_per_key_holds_at_most_once(int seed) =>
        new MovingWalk(seed, DeliveryMode.AtMostOnce, mayCrash: seed % 2 == 0, Consumers(seed)).Run(250);

    [Theory]
    [MemberData(nameof(Seeds.First), 150, MemberType = typeof(Seeds))]
    public void Order_per_key_holds_at_least_once(int seed) =>
        new MovingWalk(seed, DeliveryMode.AtLeastOnce, mayCrash: seed % 2 == 0, Consumers(seed)).Run(250);

    private static PartitionConsumers Consumers(int seed) =>
        seed % 5 == 0 ? PartitionConsumers.ExclusiveWithStandbys : PartitionConsumers.Exclusive;
}
