using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Partitions;

namespace Party.Actors.Tests.Producing;

/// <summary>Stages whose partitions are changed while events flow.</summary>
public sealed class ChangeTests : StageTest
{
    private static readonly PartitionNames Sizes = PartitionNames.Named("even", "odd", "large");

    public ChangeTests()
        : base("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
    {
    }

    // Numbers from 10 on are large.
    private static PartitionChange<int> LargeOnes { get; } = new()
    {
        Partitions = Sizes,
        Selector = PartitionSelector.ByIndex<int>(number => number >= 10 ? 2 : number % 2),
    };

    [Fact]
    public void A_partition_is_added_and_its_events_wait_for_the_old_ones()
    {
        var producer = Start();
        var even = Enter(producer, "even");
        even.Send(producer, new Request(2));
        producer.Tell(new[] { 2, 12 });
        Assert.Equal([2, 12], Receive(even, 2));

        producer.Tell(new ChangePartitions<int>(LargeOnes));
        var large = Enter(producer, "large", id: 2);
        large.Send(producer, new Request(5));
        producer.Tell(14);
        ExpectNothingMore(large, producer);
        even.Send(producer, new Request(1, Confirmed: 2));

        Assert.Equal([14], Receive(large, 1));
        var report = ExpectMsg<Party.Demand.Ledgers.PartitionChangeReport>();
        Assert.Equal((1, "large"), (report.Moved, Assert.Single(report.Added)));
    }

    [Fact]
    public void A_partition_that_a_waiting_change_adds_is_refused_for_now()
    {
        var producer = Start();
        var even = Enter(producer, "even");
        even.Send(producer, new Request(1));
        producer.Tell(2);
        Assert.Equal([2], Receive(even, 1));
        producer.Tell(new ChangePartitions<int>(LargeOnes));
        producer.Tell(new ChangePartitions<int>(new()
        {
            Partitions = PartitionNames.Named("even", "odd", "large", "huge"),
            Selector = LargeOnes.Selector,
        }));

        var consumer = CreateTestProbe();
        var subscribe = new Subscribe(new(3), new() { Partition = "huge" });
        consumer.Send(producer, subscribe);
        var rejected = consumer.ExpectMsg<SubscriptionRejected>();
        Assert.Equal(Demand.Dispatching.Refusal.PartitionExpected, rejected.Refusal);
        Assert.EndsWith("A change that waits for another adds it. Subscribe when that is reported.", rejected.Reason);
        consumer.Send(producer, new Subscribe(new(4), new() { Partition = "tiny" }));
        Assert.Equal(
            Demand.Dispatching.Refusal.PartitionUnknown, consumer.ExpectMsg<SubscriptionRejected>().Refusal);

        even.Send(producer, new Request(1, Confirmed: 1));
        ExpectMsg<Party.Demand.Ledgers.PartitionChangeReport>();
        ExpectMsg<Party.Demand.Ledgers.PartitionChangeReport>();
        consumer.Send(producer, subscribe);
        Assert.Equal(subscribe.Id, consumer.ExpectMsg<Subscribed>().Id);
    }

    [Fact]
    public void The_consumer_of_a_removed_partition_is_told_when_it_has_handled_all()
    {
        var producer = Start();
        var even = Enter(producer, "even");
        var odd = Enter(producer, "odd", id: 2);
        even.Send(producer, new Request(1));
        odd.Send(producer, new Request(5));
        producer.Tell(new[] { 2, 4 });
        Assert.Equal([2], Receive(even, 1));

        producer.Tell(new ChangePartitions<int>(new()
        {
            Partitions = PartitionNames.Named("odd"),
            Selector = PartitionSelector.ByIndex<int>(_ => 0),
        }));
        producer.Tell(6);
        even.Send(producer, new Request(1, Confirmed: 1));
        Assert.Equal([4], Receive(even, 1));
        Assert.Equal(2, even.ExpectMsg<SayWhenHandled>().UpTo);
        ExpectNothingMore(odd, producer);
        even.Send(producer, new Confirm(new(1), 2));

        Assert.Equal(EndReason.Normal, even.ExpectMsg<Cancelled>().Reason);
        Assert.Equal([6], Receive(odd, 1));
        even.Send(producer, new Subscribe(new(9), new() { Partition = "even" }));
        Assert.StartsWith(
            "Expected a partition of [odd], got \"even\".", even.ExpectMsg<SubscriptionRejected>().Reason);
    }

    [Fact]
    public async Task A_consumer_that_has_nothing_to_request_says_how_far_it_is()
    {
        var producer = Start();
        var handled = CreateTestProbe();
        foreach (var name in new[] { "even", "odd" })
        {
            var to = new SubscribeTo(producer, new() { Partition = name, MaxDemand = 100 });
            await Sys.ActorOf(Consumer.Props<int>(batch => handled.Tell($"{name} {batch[0]}"))).SubscribeAsync(to);
        }

        producer.Tell(2);
        handled.ExpectMsg("even 2");

        var report = await producer.ChangePartitionsAsync(new PartitionChange<int>
        {
            Partitions = PartitionNames.Named("even", "odd"),
            Selector = PartitionSelector.ByIndex<int>(_ => 1),
        }).WaitAsync(Patience);
        producer.Tell(4);

        Assert.Empty(report.TimedOut);
        handled.ExpectMsg("odd 4");
    }

    [Fact]
    public void A_wait_that_takes_too_long_is_ended()
    {
        var producer = Start();
        var even = Enter(producer, "even");
        var odd = Enter(producer, "odd", id: 2);
        even.Send(producer, new Request(1));
        odd.Send(producer, new Request(5));
        producer.Tell(2);
        Assert.Equal([2], Receive(even, 1));
        producer.Tell(new ChangePartitions<int>(new()
        {
            Partitions = PartitionNames.Named("even", "odd"),
            Selector = PartitionSelector.ByIndex<int>(_ => 1),
            MoveTimeout = TimeSpan.FromSeconds(3),
        }));
        producer.Tell(4);
        ExpectNothingMore(odd, producer);

        ((TestScheduler)Sys.Scheduler).Advance(TimeSpan.FromSeconds(3));

        Assert.Equal([4], Receive(odd, 1));
        Assert.Equal("even", Assert.Single(ExpectMsg<Party.Demand.Ledgers.PartitionChangeReport>().TimedOut));
    }

    [Fact]
    public async Task A_change_that_is_refused_says_why_and_changes_nothing()
    {
        var producer = Start();

        var kinds = await Assert.ThrowsAsync<ArgumentException>(
            () => producer.ChangePartitionsAsync(new PartitionChange<int> { Partitions = PartitionNames.Numbered(2) }));
        var types = await Assert.ThrowsAsync<ArgumentException>(
            () => producer.ChangePartitionsAsync(new PartitionChange<string> { Partitions = Sizes }));

        Assert.StartsWith("Expected partitions like [even, odd], got [0..1].", kinds.Message);
        Assert.StartsWith("Expected a change for events of type System.Int32, got one for System.String.", types.Message);
        Enter(producer, "even");
    }

    [Fact]
    public void A_stage_may_change_its_partitions_itself()
    {
        var changes = CreateTestProbe();
        Sys.EventStream.Subscribe(changes.Ref, typeof(PartitionsChanged));
        var producer = Sys.ActorOf(Props.Create(() => new Turncoat()));

        producer.Tell("change");

        var changed = changes.ExpectMsg<PartitionsChanged>();
        Assert.Equal(producer, changed.Stage);
        Enter(producer, "large");
    }

    [Fact]
    public async Task Whoever_asked_for_a_change_hears_of_the_end_of_the_producer()
    {
        var producer = Start();
        var even = Enter(producer, "even");
        even.Send(producer, new Request(1));
        producer.Tell(2);
        Assert.Equal([2], Receive(even, 1));

        var first = producer.ChangePartitionsAsync(LargeOnes);
        var second = producer.ChangePartitionsAsync(LargeOnes);
        producer.Tell(PoisonPill.Instance);

        var ended = await Assert.ThrowsAsync<InvalidOperationException>(() => first);
        Assert.StartsWith(
            $"Expected {producer.Path} to go on until its partitions were changed, got its end.", ended.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second);
        var gone = await Assert.ThrowsAsync<InvalidOperationException>(
            () => producer.ChangePartitionsAsync(LargeOnes));
        Assert.Equal(
            $"Expected {producer.Path} to be a producer, got one that is gone. Ask its successor.", gone.Message);
    }

    [Fact]
    public async Task A_change_to_nothing_is_refused_where_it_is_asked_for()
    {
        var producer = Start();

        await Assert.ThrowsAsync<ArgumentNullException>(() => producer.ChangePartitionsAsync<int>(null!));
        Assert.Throws<ArgumentNullException>(() => new ChangePartitions<int>(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => producer.PausePartitionAsync(null!));
        producer.Tell(new PausePartition(null!));
        Assert.StartsWith(
            "Expected a partition of [even, odd], got \"\".", ExpectMsg<Status.Failure>().Cause.Message);
    }

    [Fact]
    public async Task A_partition_that_is_no_more_goes_on_but_is_not_paused()
    {
        var producer = Start();
        await producer.PausePartitionAsync("even");
        await producer.ChangePartitionsAsync(new PartitionChange<int>
        {
            Partitions = PartitionNames.Named("odd"),
            Selector = PartitionSelector.ByIndex<int>(_ => 0),
        });

        await producer.ResumePartitionAsync("even");
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => producer.PausePartitionAsync("even"));

        Assert.Equal("Expected a partition of [odd], got \"even\". Nothing was changed.", refused.Message);
    }

    private IActorRef Start() =>
        Sys.ActorOf(Props.Create(() => new Numbers(new() { Limit = 0, Options = Numbers.OddAndEven })));

    private TestProbe Enter(IActorRef producer, string partition, long id = 1) => Subscribe(producer, partition, id);

    private sealed class Turncoat : Producer<int>
    {
        public Turncoat()
            : base(Numbers.OddAndEven) => Receive<string>(_ => ChangePartitions(LargeOnes));

        protected override void HandleDemand(Demand.Dispatching.DemandIncrement demand)
        {
        }
    }
}
