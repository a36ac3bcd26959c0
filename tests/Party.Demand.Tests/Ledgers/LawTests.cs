using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Demand.Tests.Ledgers;

/// <summary>
/// The laws of demand, each checked after every step of random walks over every way to configure a dispatcher.
/// </summary>
public sealed class LawTests
{
    private const int Steps = 200;

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Laws_hold_per_partition(int seed) => Walk(seed, options => options);

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Laws_hold_pooled(int seed) => Walk(seed, options => options with { Demand = DemandScope.Pooled });

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Laws_hold_addressed(int seed) => Walk(seed, options => options with { IsAddressed = true });

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Laws_hold_whatever_a_full_park_does(int seed) => Walk(seed, options => options with
    {
        Demand = (DemandScope)(seed % 2),
        ParkPolicy = (ParkPolicy)(seed / 2 % 4),
    });

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Laws_hold_whatever_happens_without_a_consumer(int seed) => Walk(seed, options => options with
    {
        IsAddressed = seed % 2 == 0,
        WithoutConsumer = (WithoutConsumer)(seed % 3),
    });

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Backpressure_loses_nothing_and_everything_comes_out_at_last(int seed)
    {
        var walk = new LedgerWalk(seed, options => options with
        {
            Demand = (DemandScope)(seed % 2),
            IsAddressed = seed % 4 == 2,
        });

        walk.Take(Steps);
        walk.Flush();

        var books = walk.Books;
        Assert.Equal((0L, 0, 0), (books.Parked, books.Held, books.Buffered));
        Assert.Equal(0, books.DiscardedFor(DiscardCause.ParkFull));
        Assert.Equal(0, books.DiscardedFor(DiscardCause.WithoutConsumer));
    }

    private static void Walk(int seed, Func<PartitionDispatcherOptions<int>, PartitionDispatcherOptions<int>> change)
    {
        var walk = new LedgerWalk(seed, change);

        walk.Take(Steps);
    }
}
