using Party.Demand.Partitions;

namespace Party.Demand.Tests.Ledgers;

/// <summary>The laws of partitions that are shared by key, each checked after every step of random walks.</summary>
public sealed class KeyedLawTests
{
    private const int Steps = 250;

    [Theory]
    [MemberData(nameof(Seeds.First), 150, MemberType = typeof(Seeds))]
    public void Laws_hold_where_partitions_are_shared_by_key(int seed) => Walk(new(seed));

    [Theory]
    [MemberData(nameof(Seeds.First), 60, MemberType = typeof(Seeds))]
    public void Laws_hold_by_key_where_demand_is_pooled(int seed) =>
        Walk(new(seed, static options => options with { Demand = DemandScope.Pooled }));

    [Theory]
    [MemberData(nameof(Seeds.First), 60, MemberType = typeof(Seeds))]
    public void Laws_hold_by_key_where_the_producer_addresses_partitions(int seed) =>
        Walk(new(seed, static options => options with { IsAddressed = true }));

    [Theory]
    [MemberData(nameof(Seeds.First), 60, MemberType = typeof(Seeds))]
    public void Laws_hold_by_key_where_the_oldest_makes_room(int seed) =>
        Walk(new(seed, static options => options with { ParkPolicy = ParkPolicy.DropOldest }));

    [Theory]
    [MemberData(nameof(Seeds.First), 60, MemberType = typeof(Seeds))]
    public void Laws_hold_by_key_where_the_newest_is_dropped(int seed) =>
        Walk(new(seed, static options => options with { ParkPolicy = ParkPolicy.DropNewest }));

    private static void Walk(KeyedWalk walk)
    {
        walk.Take(Steps);
        walk.Flush();
    }
}
