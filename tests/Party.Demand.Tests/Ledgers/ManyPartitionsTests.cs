using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Ledgers;

public sealed class ManyPartitionsTests
{
    private const int Many = 100_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_idle_partition_costs_at_most_200_bytes(bool isAddressed)
    {
        Build(1, isAddressed).CheckAll();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var ledger = Build(Many, isAddressed);
        ledger.CheckAll();

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(Many, ledger.Partitions.Count);
        Assert.InRange(bytes / (double)Many, 1, 200);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_hundred_thousand_partitions_are_served(bool isAddressed)
    {
        var ledger = Build(Many, isAddressed);
        foreach (var subscription in Subscribed(ledger))
        {
            ledger.Request(subscription, 2);
        }

        Assert.Equal(2 * Many, ledger.Ask().Total);
        var got = new int[Many];
        foreach (var batch in Enumerable.Range(0, Many).Concat(Enumerable.Range(0, Many)).Chunk(1000))
        {
            foreach (var delivery in ledger.Receive(batch).Deliveries)
            {
                got[delivery.To.Seat] += delivery.Events.Count;
            }
        }

        Assert.All(got, static count => Assert.Equal(2, count));
        Assert.Null(ledger.CheckAll());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_step_allocates_nothing_and_names_only_what_changed(bool isAddressed)
    {
        var ledger = Build(Many, isAddressed);
        var all = Subscribed(ledger);
        var steps = Enumerable.Range(0, 1000).Select(step => step * 97 % Many).ToArray();
        // A collection in between takes arrays out of their pool, which are made anew then: one round without is good.
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var asked = 0;
            foreach (var partition in steps)
            {
                asked += Feed(ledger, all[partition]);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Equal(5 * steps.Length, asked);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void A_step_looks_at_no_other_partition()
    {
        var asked = new AskedPartitions(Options(Many, isAddressed: false));
        var ledger = new ProducerLedger<int>(asked, new());
        var all = Subscribed(ledger);
        Feed(ledger, all[^1]);
        Feed(ledger, all[0]);

        Assert.Equal(0, asked.Count);
    }

    [Fact]
    public void A_drain_looks_again_only_where_it_last_had_to_wait()
    {
        var asked = new AskedPartitions(Options(Many, isAddressed: false));
        var ledger = new ProducerLedger<int>(asked, new());
        var all = Subscribed(ledger);
        ledger.Request(all[0], 1);
        ledger.Ask();
        ledger.Receive([Many / 2]);
        ledger.Drain();
        Assert.False(ledger.IsFlushed);
        var first = asked.Count;

        for (var again = 0; again < 1000; again++)
        {
            Assert.False(ledger.IsFlushed);
        }

        Assert.Equal((Many / 2) + 1, first);
        Assert.Equal(1000, asked.Count - first);
        ledger.Request(all[Many / 2], 1);
        Assert.True(ledger.IsFlushed);
    }

    private static PartitionDispatcherOptions<int> Options(int partitions, bool isAddressed) => new()
    {
        Partitions = PartitionNames.Numbered(partitions),
        Selector = PartitionSelector.ByIndex<int>(static item => item),
        IsAddressed = isAddressed,
    };

    private static ProducerLedger<int> Build(int partitions, bool isAddressed) =>
        new(Options(partitions, isAddressed), new());

    private static Subscription[] Subscribed(ProducerLedger<int> ledger)
    {
        var all = Enumerable.Range(0, Many)
            .Select(static partition => new Subscription(new(partition + 1), new() { Partition = $"{partition}" }))
            .ToArray();
        Assert.All(all, one => Assert.True(ledger.Subscribe(one).IsGranted));
        return all;
    }

    // Requests five events of one partition and emits them; what a producer is asked for, and where, is no more.
    private static int Feed(ProducerLedger<int> ledger, Subscription subscription)
    {
        var seat = subscription.Seat;
        ledger.Request(subscription, 5);
        var demand = ledger.Ask();
        Check(demand.Total == 5 && demand.Partitions is [{ Count: 5 } only] && only.Partition == seat);
        Span<int> events = [seat, seat, seat, seat, seat];
        foreach (var delivery in ledger.Receive(events).Deliveries)
        {
            Check(delivery.To == subscription && delivery.Events.Count == 5);
            delivery.Owner!.GiveBack(delivery.Events);
        }

        return demand.Total;
    }

    // Assertions that allocate where they hold would count.
    private static void Check(bool holds)
    {
        if (!holds)
        {
            Assert.Fail("Expected a step for one partition, got another.");
        }
    }
}
