using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions.Moving;

/// <summary>Changes of the partitions at any time, in random lives: nothing lost, twice, or out of order.</summary>
public sealed class MovingWalkTests
{
    [Theory]
    [MemberData(nameof(Seeds.First), 120, MemberType = typeof(Seeds))]
    public void Order_per_key_holds_at_most_once(int seed) =>
        Walk(seed, DeliveryMode.AtMostOnce, Consumers(seed)).Run(250);

    [Theory]
    [MemberData(nameof(Seeds.First), 120, MemberType = typeof(Seeds))]
    public void Order_per_key_holds_at_least_once(int seed) =>
        Walk(seed, DeliveryMode.AtLeastOnce, Consumers(seed)).Run(250);

    [Theory]
    [InlineData(6365)]
    [MemberData(nameof(Seeds.First), 120, MemberType = typeof(Seeds))]
    public void Order_per_key_holds_with_classes_and_sizes(int seed) =>
        Walk(seed, (DeliveryMode)(seed / 2 % 2), Consumers(seed), isSorted: true).Run(250);

    [Theory]
    [MemberData(nameof(Seeds.First), 120, MemberType = typeof(Seeds))]
    public void A_key_is_with_one_consumer_where_it_is_shared(int seed) =>
        Walk(seed, (DeliveryMode)(seed / 2 % 2), PartitionConsumers.SharedByKey, isSorted: seed % 3 == 0).Run(250);

    private static MovingWalk Walk(
        int seed, DeliveryMode delivery, PartitionConsumers consumers, bool isSorted = false) =>
        new(seed, delivery, mayCrash: seed % 2 == 0, consumers, isSorted);

    private static PartitionConsumers Consumers(int seed) =>
        seed % 5 == 0 ? PartitionConsumers.ExclusiveWithStandbys : PartitionConsumers.Exclusive;
}
