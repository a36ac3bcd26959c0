using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;
using Party.Demand.Watching;

namespace Party.Demand.Tests.Watching;

public sealed class SnapshotTests
{
    private const int Many = 10_000;

    private readonly WatchedLedger _stage = new(parkLimit: 10);

    [Fact]
    public void The_first_snapshot_has_the_books_and_no_rates()
    {
        _stage.Subscribe("even");
        _stage.Request("even", 5);
        _stage.Emit(0, 2, 1);

        var snapshot = _stage.Look();

        Assert.Equal((TimeSpan.Zero, 0.0), (snapshot.Interval, snapshot.Rate));
        Assert.Equal((3, 3), (snapshot.Books.Received, snapshot.Books.Owed));
        Assert.Equal(["even", "odd"], snapshot.Partitions.Select(one => one.Partition));
        Assert.Equal([2L, 0], snapshot.Partitions.Select(one => one.Books.InFlight));
        Assert.Equal([0, 1], snapshot.Partitions.Select(one => one.Books.Parked));
        Assert.Equal([1, 0], snapshot.Partitions.Select(one => one.Consumers));
        Assert.All(snapshot.Partitions, one => Assert.Equal((0, 0), (one.Rate, one.Share)));
    }

    [Fact]
    public void Rates_are_what_was_handed_on_between_two_snapshots()
    {
        _stage.Subscribe("even");
        _stage.Subscribe("odd");
        _stage.Request("even", 100);
        _stage.Request("odd", 100);
        _stage.Emit(0, 2, 1);
        _stage.Look();

        _stage.Emit(4, 6, 3, 8, 5, 10);
        _stage.Wait(2);
        var snapshot = _stage.Look();

        Assert.Equal(TimeSpan.FromSeconds(2), snapshot.Interval);
        Assert.Equal(3, snapshot.Rate);
        Assert.Equal([(2, 4.0 / 6), (1, 2.0 / 6)], snapshot.Partitions.Select(one => (one.Rate, one.Share)));
        _stage.Wait(1);
        Assert.Equal((0, 0), (_stage.Look().Rate, _stage.Look().Partitions[0].Share));
    }

    [Fact]
    public void What_a_consumer_was_sent_counts_when_it_has_left()
    {
        var even = _stage.Subscribe("even");
        _stage.Request("even", 2);
        _stage.Look();
        _stage.Emit(0, 2);
        _stage.Ledger.Cancel(even, handled: 1, failed: 0, DiscardCause.ConsumerGone);

        _stage.Wait(1);

        Assert.Equal(2, _stage.Look().Rate);
        Assert.Equal(0, _stage.Look().Rate);
    }

    [Fact]
    public void Nothing_is_counted_twice_when_a_clock_goes_back()
    {
        _stage.Subscribe("even");
        _stage.Request("even", 2);
        _stage.Look();
        _stage.Emit(0);
        _stage.Wait(-5);

        var snapshot = _stage.Look();

        Assert.Equal((TimeSpan.Zero, 0.0), (snapshot.Interval, snapshot.Rate));
        Assert.Equal(IdleKind.AtWork, snapshot.Idle.Kind);
    }

    [Fact]
    public void The_oldest_parked_event_is_as_old_as_the_snapshots_know()
    {
        _stage.Subscribe("even");
        _stage.Subscribe("odd");
        _stage.Request("odd", 10);
        _stage.Emit(0, 2);
        Assert.Equal(TimeSpan.Zero, _stage.Look().Partitions[0].OldestAge);
        _stage.Wait(1);
        _stage.Emit(4);
        Assert.Equal(TimeSpan.FromSeconds(1), _stage.Look().Partitions[0].OldestAge);
        _stage.Wait(1);
        Assert.Equal(TimeSpan.FromSeconds(2), _stage.Look().Partitions[0].OldestAge);

        _stage.Request("even", 2);

        Assert.Equal(TimeSpan.FromSeconds(1), _stage.Look().Partitions[0].OldestAge);
        _stage.Request("even", 1);
        Assert.Null(_stage.Look().Partitions[0].OldestAge);
    }

    // A reported age is never more than the real one, and less by no more than the interval and an eighth.
    [Theory]
    [MemberData(nameof(Seeds.First), 30, MemberType = typeof(Seeds))]
    public void The_reported_age_bounds_the_real_one(int seed)
    {
        var random = new Random(seed);
        var limit = random.Next(5, 500);
        var stage = new WatchedLedger(limit);
        var subscription = stage.Subscribe("even");
        stage.Subscribe("odd");
        stage.Request("odd", 10_000);
        var arrivals = new Queue<DateTimeOffset>();
        stage.Look();
        var interval = TimeSpan.FromSeconds(1);
        for (var step = 0; step < 400; step++)
        {
            stage.Request("even", random.Next(1, 3));
            while (arrivals.Count > 0 && subscription.Sent > stage.Emitted - arrivals.Count)
            {
                arrivals.Dequeue();
            }

            var emit = random.Next(3) == 0 ? random.Next(12) : 0;
            for (var n = 0; n < emit && arrivals.Count < limit; n++)
            {
                stage.Emit(0);
                arrivals.Enqueue(stage.Now);
            }

            while (arrivals.Count > 0 && subscription.Sent > stage.Emitted - arrivals.Count)
            {
                arrivals.Dequeue();
            }

            stage.Wait(1);
            var line = stage.Look().Partitions[0];
            Assert.Equal(arrivals.Count, line.Books.Parked);
            if (arrivals.TryPeek(out var first))
            {
                var real = stage.Now - first;
                Assert.InRange(line.OldestAge!.Value, (real - interval - (real / 8)), real);
            }
            else
            {
                Assert.Null(line.OldestAge);
            }
        }
    }

    [Fact]
    public void A_partition_that_drops_its_oldest_has_younger_ones()
    {
        var stage = new WatchedLedger(parkLimit: 2, ParkPolicy.DropOldest);
        stage.Subscribe("odd");
        stage.Request("odd", 100);
        stage.Emit(0, 2);
        stage.Look();
        stage.Wait(3);
        Assert.Equal(TimeSpan.FromSeconds(3), stage.Look().Partitions[0].OldestAge);

        stage.Emit(4, 6);
        var snapshot = stage.Look();

        Assert.Equal(TimeSpan.Zero, snapshot.Partitions[0].OldestAge);
        Assert.Equal(2, snapshot.Books.DiscardedFor(DiscardCause.ParkFull));
    }

    [Fact]
    public void What_is_remembered_is_forgotten_when_nobody_watches()
    {
        _stage.Subscribe("even");
        _stage.Request("even", 5);
        _stage.Look();
        _stage.Emit(0, 1);
        _stage.Wait(9);
        _stage.Ledger.LookAway();

        var snapshot = _stage.Look();

        Assert.Equal((TimeSpan.Zero, 0.0), (snapshot.Interval, snapshot.Rate));
        Assert.Equal(TimeSpan.Zero, snapshot.Partitions[1].OldestAge);
    }

    [Fact]
    public void Keys_are_counted_while_somebody_watches()
    {
        var ledger = new ProducerLedger<int>(
            new PartitionDispatcherOptions<int>
            {
                Partitions = PartitionNames.Numbered(2),
                Key = EventKey.By<int, int>(
                    static number => number >= 0 ? number % 10 : throw new FormatException("negative")),
            },
            new());
        ledger.Receive([9, 9]);
        Assert.Equal(0, ledger.Look(DateTimeOffset.UnixEpoch).Keys!.Events);

        ledger.Receive([1, 2, 11, -1, 21, 12]);

        var keys = ledger.Look(DateTimeOffset.UnixEpoch).Keys!;
        Assert.Equal((5, 0), (keys.Events, keys.Bound));
        Assert.Equal(["\"1\": 3", "\"2\": 2"], keys.Top.Select(one => $"{one}"));
        ledger.LookAway();
        Assert.Equal(0, ledger.Look(DateTimeOffset.UnixEpoch).Keys!.Events);
    }

    [Fact]
    public void A_snapshot_of_many_partitions_takes_few_bytes_for_each()
    {
        var ledger = new ProducerLedger<int>(
            new PartitionDispatcherOptions<int> { Partitions = PartitionNames.Numbered(Many) }, new());
        ledger.Look(DateTimeOffset.UnixEpoch);

        var before = GC.GetAllocatedBytesForCurrentThread();
        ledger.Look(DateTimeOffset.UnixEpoch);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / Many, 1, 250);
    }

    [Fact]
    public void A_dispatcher_without_parks_has_a_snapshot_too()
    {
        var ledger = new ProducerLedger<int>(new DemandDispatcherOptions<int>(), new());
        var consumer = new Subscription(new(1), new());
        ledger.Subscribe(consumer);
        ledger.Request(consumer, 5);
        ledger.Ask();
        ledger.Look(DateTimeOffset.UnixEpoch);
        ledger.Receive([1, 2, 3]);

        var snapshot = ledger.Look(DateTimeOffset.UnixEpoch.AddSeconds(1));

        Assert.Equal((3, 1, null), (snapshot.Rate, snapshot.Partitions[0].Share, snapshot.Partitions[0].OldestAge));
        Assert.Null(snapshot.Keys);
    }
}
