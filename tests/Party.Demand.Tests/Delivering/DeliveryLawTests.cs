using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Tck.Running;

namespace Party.Demand.Tests.Delivering;

/// <summary>The laws of delivery, each checked after every step of random walks.</summary>
public sealed class DeliveryLawTests
{
    private const int Steps = 200;

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Laws_of_delivery_hold_where_a_seat_has_one_owner(int seed) =>
        Walk(new(seed, Partitions(seed, static number => number), Seating.Exclusive));

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Laws_of_delivery_hold_where_events_have_no_partition(int seed) =>
        Walk(new(
            seed, Partitions(seed, static number => number % 7 == 0 ? Placement<int>.NoPartition : number),
            Seating.Exclusive, isEveryEventWanted: false));

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Laws_of_delivery_hold_where_a_seat_is_shared(int seed) =>
        Walk(new(seed, new DemandDispatcherOptions<int>(), Seating.Shared));

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Laws_of_delivery_hold_where_events_are_copied(int seed) =>
        Walk(new(seed, new BroadcastDispatcherOptions<int>(), Seating.Copied));

    private static PartitionDispatcherOptions<int> Partitions(int seed, Func<int, int> select) => new()
    {
        Partitions = PartitionNames.Numbered(1 + seed % 4),
        Selector = PartitionSelector.ByIndex<int>(
            number => select(number) is >= 0 and var hash ? hash % (1 + seed % 4) : Placement<int>.NoPartition),
        ParkLimit = 1 + seed % 20,
        IsAddressed = seed % 3 == 1,
        Demand = seed % 3 == 2 ? DemandScope.Pooled : DemandScope.PerPartition,
    };

    private static void Walk(DeliveryWalk walk)
    {
        walk.Take(Steps);
        walk.Flush();
    }
}
