using Party.Demand.Partitions;

namespace Party.Demand.Tests.Partitions;

/// <summary>
/// The bounds of parking after every step of random walks, and that all has arrived at their end.
/// </summary>
public sealed class ParkingLawTests
{
    private const int Steps = 200;

    [Theory]
    [MemberData(nameof(Seeds.First), 200, MemberType = typeof(Seeds))]
    public void Backpressure_stays_in_its_bounds_and_loses_nothing(int seed) => Walk(new(seed, options => options));

    [Theory]
    [MemberData(nameof(Seeds.First), 200, MemberType = typeof(Seeds))]
    public void A_pool_stays_in_its_bounds_and_loses_nothing(int seed) =>
        Walk(new(seed, static options => options with { Demand = DemandScope.Pooled }));

    [Theory]
    [MemberData(nameof(Seeds.First), 200, MemberType = typeof(Seeds))]
    public void A_producer_that_misses_its_address_slows_nobody_for_good(int seed) =>
        Walk(new(seed, static options => options with { IsAddressed = true }));

    [Theory]
    [MemberData(nameof(Seeds.First), 200, MemberType = typeof(Seeds))]
    public void Addressed_every_partition_is_asked_for_whatever_others_do(int seed) => Walk(new(
        seed,
        options => options with { IsAddressed = true, WithoutConsumer = (WithoutConsumer)(seed % 3) },
        isPushing: false));

    [Theory]
    [MemberData(nameof(Seeds.First), 200, MemberType = typeof(Seeds))]
    public void Whatever_a_full_park_does_it_stays_in_its_bounds(int seed) => Walk(new(seed, options => options with
    {
        Demand = (DemandScope)(seed / 4 % 2),
        ParkPolicy = (ParkPolicy)(seed % 4),
    }));

    [Theory]
    [MemberData(nameof(Seeds.First), 200, MemberType = typeof(Seeds))]
    public void Whatever_happens_without_a_consumer_bounds_are_kept(int seed) => Walk(new(seed, options => options with
    {
        IsAddressed = seed % 3 == 2,
        Demand = seed % 3 == 1 ? DemandScope.Pooled : DemandScope.PerPartition,
        WithoutConsumer = (WithoutConsumer)(seed / 3 % 3),
        ParkPolicy = (ParkPolicy)(seed / 9 % 4),
    }));

    [Theory]
    [MemberData(nameof(Seeds.First), 200, MemberType = typeof(Seeds))]
    public void Several_consumers_and_pauses_stay_in_the_same_bounds(int seed) => Walk(new(
        seed,
        options => options with
        {
            Consumers = (PartitionConsumers)(seed % 3),
            IsAddressed = seed / 3 % 3 == 2,
            Demand = seed / 3 % 3 == 1 ? DemandScope.Pooled : DemandScope.PerPartition,
            ParkPolicy = seed % 2 == 0 ? ParkPolicy.Backpressure : (ParkPolicy)(seed / 9 % 4),
        },
        isPushing: seed / 18 % 2 == 0,
        isPausing: seed / 36 % 4 > 0));

    [Theory]
    [MemberData(nameof(Seeds.First), 200, MemberType = typeof(Seeds))]
    public void Classes_and_bytes_stay_in_the_same_bounds(int seed) => Walk(new(
        seed,
        options => options with
        {
            Consumers = (PartitionConsumers)(seed % 3),
            IsAddressed = seed / 3 % 3 == 2,
            Demand = seed / 3 % 3 == 1 ? DemandScope.Pooled : DemandScope.PerPartition,
            ParkPolicy = seed % 2 == 0 ? ParkPolicy.Backpressure : (ParkPolicy)(seed / 9 % 4),
            Priorities = seed / 2 % 2 == 0 ? null : new(ParkingWalk.ClassOf, 3, 1),
            ParkBytes = 1 + (seed % 50),
            Size = ParkingWalk.SizeOf,
        },
        isPushing: seed / 18 % 2 == 0,
        isPausing: seed / 36 % 4 > 0));

    private static void Walk(ParkingWalk walk)
    {
        walk.Take(Steps);
        walk.ComeToRest();
    }
}
