using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Actors.Tests.Between;
using Party.Actors.Tests.Producing;
using Party.Demand.Watching;

namespace Party.Actors.Tests.Watching;

public sealed class WatchTests : StageTest
{
    private readonly TestProbe _asker;
    private readonly Numbers.Plan _plan = new() { Options = Numbers.OddAndEven };

    public WatchTests()
        : base("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"") =>
        _asker = CreateTestProbe();

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void The_first_snapshot_comes_at_once()
    {
        var (producer, even) = StartWithEven();
        Ask(even, producer, 3);
        Receive(even, 3);

        using var watch = Look(producer);

        var snapshot = watch.Latest!;
        Assert.Equal((producer, Time.Now), (watch.Stage, snapshot.Time));
        Assert.Equal([("even", 3, 0), ("odd", 0, 2)], snapshot.Partitions.Select(one =>
            (one.Partition, (int)one.Books.InFlight, one.Books.Parked)));
        Assert.Equal(new(IdleKind.Demand, "odd", 2), snapshot.Idle);
    }

    [Fact]
    public void A_stage_that_does_something_publishes_after_the_interval_and_once_more()
    {
        var (producer, even) = StartWithEven();
        using var watch = Look(producer);
        var first = watch.Latest;

        Ask(even, producer, 4);
        Receive(even, 4);
        Advance(0.9, producer);
        Assert.Same(first, watch.Latest);
        Advance(0.1, producer);

        Assert.Equal((4, IdleKind.AtWork), (watch.Latest!.Rate, watch.Latest.Idle.Kind));
        Advance(1, producer);
        Assert.Equal((0, IdleKind.Demand), (watch.Latest.Rate, watch.Latest.Idle.Kind));
        var last = watch.Latest;
        Time.Advance(TimeSpan.FromDays(1));
        Settle(producer);
        Assert.Same(last, watch.Latest);
    }

    [Fact]
    public void The_interval_is_an_option()
    {
        var interval = TimeSpan.FromMinutes(1);
        var plan = new Numbers.Plan { Options = Numbers.OddAndEven with { SnapshotInterval = interval } };
        var (producer, even) = StartWithEven(plan);
        using var watch = Look(producer);
        Ask(even, producer, 4);

        Advance(59, producer);
        Assert.Equal(TimeSpan.Zero, watch.Latest!.Interval);
        Advance(1, producer);

        Assert.Equal(interval, watch.Latest.Interval);
    }

    [Fact]
    public void A_watch_that_is_over_stays_as_it_is()
    {
        var (producer, even) = StartWithEven();
        var watch = Look(producer);
        using var other = Look(producer);
        var last = watch.Latest;

        watch.Dispose();
        Ask(even, producer, 4);
        Advance(1, producer);

        Assert.Same(last, watch.Latest);
        Assert.Equal(4, other.Latest!.Rate);
    }

    [Fact]
    public void Whoever_watches_again_begins_anew()
    {
        var (producer, even) = StartWithEven();
        Look(producer).Dispose();
        Ask(even, producer, 4);
        Advance(1, producer);

        using var watch = Look(producer);

        Assert.Equal((TimeSpan.Zero, 0), (watch.Latest!.Interval, watch.Latest.Rate));
    }

    [Fact]
    public void The_partition_that_all_wait_for_is_named()
    {
        var plan = new Numbers.Plan
        {
            Options = Numbers.OddAndEven with { Dispatcher = Numbers.ByParity with { ParkLimit = 2 } },
        };
        var (producer, even) = StartWithEven(plan);
        using var watch = Look(producer);

        Ask(even, producer, 10);
        Receive(even, 3);
        Advance(1, producer);
        Advance(1, producer);

        Assert.Equal("odd", watch.Latest!.HeldFor);
        Assert.Equal(IdleKind.Consumer, watch.Latest.Idle.Kind);
        Assert.Equal(TimeSpan.FromSeconds(1), watch.Latest.Partitions[1].OldestAge);
        var odd = Subscribe(producer, "odd");
        Settle(producer);
        Advance(1, producer);
        Assert.Equal(new(IdleKind.Room, "odd", 5), watch.Latest.Idle);
    }

    [Fact]
    public void Watching_goes_on_across_a_restart()
    {
        var (producer, even) = StartWithEven();
        using var watch = Look(producer);
        Ask(even, producer, 2);
        Receive(even, 2);

        producer.Tell(new InvalidOperationException("now"));
        Failures.ExpectMsg<InvalidOperationException>();
        Ask(even, producer, 2);
        Receive(even, 2);
        Advance(1, producer);

        Assert.Equal((2, 4), (_plan.Starts, watch.Latest!.Rate));
    }

    [Fact]
    public void A_stage_that_stops_says_so_and_that_stays()
    {
        var (producer, even) = StartWithEven();
        var watch = Look(producer);
        Ask(even, producer, 2);
        Receive(even, 2);

        even.Watch(producer);
        Sys.Stop(producer);
        even.FishForMessage(message => message is Terminated);

        Assert.Equal("It has stopped.", $"{watch.Latest!.Idle}");
        Assert.Equal(2, watch.Latest.Books.InFlight);
    }

    [Fact]
    public void A_stage_between_two_others_names_whom_it_waits_for()
    {
        var relay = StartRelay(out var source);
        using var watch = Look(relay);
        Assert.Equal(new(IdleKind.Consumer), watch.Latest!.Idle);
        var consumer = Subscribe(relay);
        consumer.Send(relay, new Request(5));
        Settle(relay);
        Advance(1, relay);

        Assert.Equal(
            $"It waits for 5 events, asked of {source.Ref.Path.ToStringWithoutAddress()}.", $"{watch.Latest.Idle}");
    }

    [Fact]
    public void A_stage_that_only_consumes_has_no_snapshots()
    {
        var consumer = Sys.ActorOf(Consumer.Props<int>(_ => { }));

        EventFilter.Warning(start: "Expected messages for a consumer, got BeginWatch").ExpectOne(() =>
        {
            using var watch = Look(consumer);
            Assert.Null(watch.Latest);
        });
    }

    [Fact]
    public void An_interval_is_more_than_nothing()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new ProducerOptions<int> { SnapshotInterval = TimeSpan.Zero });

        Assert.StartsWith("Expected SnapshotInterval to be more than 0, got 00:00:00.", error.Message);
    }

    private void Ask(TestProbe probe, IActorRef producer, int demand)
    {
        probe.Send(producer, new Request(demand));
        Settle(producer);
    }

    private (IActorRef Producer, TestProbe Even) StartWithEven(Numbers.Plan? plan = null)
    {
        plan ??= _plan;
        var producer = Start(Props.Create(() => new Numbers(plan)));
        return (producer, Subscribe(producer, "even"));
    }

    private IActorRef StartRelay(out TestProbe source)
    {
        var probe = source = CreateTestProbe();
        var test = TestActor;
        var relay = Start(Props.Create(() => new Relay(test, new(), new SubscribeTo(probe, new()), 1)));
        var subscribe = source.ExpectMsg<Subscribe>();
        source.Send(relay, new Subscribed(subscribe.Id));
        return relay;
    }

    private StageWatch Look(IActorRef stage)
    {
        var watch = Sys.Party().Watch(stage);
        Settle(stage);
        return watch;
    }

    private void Advance(double seconds, IActorRef stage)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));
        Settle(stage);
    }

    // The stage has handled all that was on its way, and what it told itself meanwhile.
    private void Settle(IActorRef stage) => ExpectNothingMore(_asker, stage);
}
