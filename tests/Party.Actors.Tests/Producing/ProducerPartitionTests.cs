using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Producing;

public sealed class ProducerPartitionTests : StageTest
{
    public ProducerPartitionTests()
        : base("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
    {
    }

    [Fact]
    public void Books_are_kept_for_every_partition_by_itself()
    {
        var producer = StartOddAndEven();
        var even = Subscribe(producer, "even");
        var odd = Subscribe(producer, "odd");

        even.Send(producer, new Request(3));
        Assert.Equal([0, 2, 4], Receive(even, 3));
        odd.Send(producer, new Request(2));
        Assert.Equal([1, 3], Receive(odd, 2));

        ExpectNothingMore(even, producer);
        ExpectNothingMore(odd, producer);
    }

    [Theory]
    [InlineData("prime", Refusal.PartitionUnknown, "Expected a partition of [even, odd], got \"prime\".")]
    [InlineData(null, Refusal.PartitionMissing, "Expected a subscription to name its partition, one of [even, odd], got none.")]
    public void A_partition_has_to_be_one_of_the_producers(string? partition, Refusal refusal, string reason)
    {
        var producer = StartOddAndEven();
        var consumer = CreateTestProbe();

        consumer.Send(producer, new Subscribe(new(1), new() { Partition = partition }));

        var rejected = consumer.ExpectMsg<SubscriptionRejected>();
        Assert.Equal(refusal, rejected.Refusal);
        Assert.StartsWith(reason, rejected.Reason);
        Subscribe(producer, "even");
    }

    [Fact]
    public void A_sender_may_hold_several_subscriptions_by_name()
    {
        var producer = StartOddAndEven();
        var consumer = Subscribe(producer, "even", id: 1);
        consumer.Send(producer, new Subscribe(new(2), new() { Partition = "odd" }));
        consumer.ExpectMsg<Subscribed>();

        consumer.Send(producer, new Request(1, new(2)));

        Assert.Equal([1], consumer.ExpectMsg<Events<int>>(events => events.Id == new SubscriptionId(2)).Batch);
        EventFilter.Warning(start: "Expected a request to name a subscription of its sender, got #none")
            .ExpectOne(() => consumer.Send(producer, new Request(1)));
    }

    [Fact]
    public void A_name_cannot_stand_for_two_subscriptions()
    {
        var producer = StartOddAndEven();
        var consumer = Subscribe(producer, "even", id: 1);

        consumer.Send(producer, new Subscribe(new(1), new() { Partition = "odd" }));

        Assert.Equal(Refusal.AlreadySubscribed, consumer.ExpectMsg<SubscriptionRejected>().Refusal);
    }

    [Fact]
    public void An_event_that_the_selector_throws_on_is_named_once_and_the_stage_lives()
    {
        var producer = StartOddAndEven();
        var even = Subscribe(producer, "even");
        even.Send(producer, new Request(2));
        Assert.Equal([0, 2], Receive(even, 2));

        even.Send(producer, new Request(9));
        Receive(even, 9);
        EventFilter.Warning(start: "Expected the selector to name a partition for event \"-1\", got FormatException: negative")
            .ExpectOne(() =>
            {
                even.Send(producer, new[] { -1, -2, 100 });
                even.Send(producer, new Request(1));
                Assert.Equal([100], Receive(even, 1));
            });
    }

    [Fact]
    public void A_producer_that_waits_for_a_missing_consumer_says_so_once()
    {
        var options = Numbers.OddAndEven with { Dispatcher = Numbers.ByParity with { ParkLimit = 2 } };
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan { Options = options })));
        var even = Subscribe(producer, "even");

        even.Send(producer, new Request(5));
        Assert.Equal([0, 2, 4], Receive(even, 3));
        ExpectNothingMore(even, producer);
        EventFilter.Warning(start: "Expected partition odd to have a consumer, got none for 5 s, and its park is full.")
            .ExpectOne(() => ((TestScheduler)Sys.Scheduler).Advance(TimeSpan.FromSeconds(5)));
        even.Send(producer, new Request(5));
        ExpectNothingMore(even, producer);

        var odd = Subscribe(producer, "odd");
        odd.Send(producer, new Request(2));
        Assert.Equal([1, 3], Receive(odd, 2));
        Assert.Equal([6, 8], Receive(even, 2));
    }

    [Fact]
    public void A_full_park_can_fail_the_stage()
    {
        var options = Numbers.OddAndEven with
        {
            Dispatcher = Numbers.ByParity with { ParkLimit = 2, ParkPolicy = ParkPolicy.Fail },
        };
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan { Options = options })));
        var even = Subscribe(producer, "even");

        EventFilter.Exception<ParkFullException>(start: "Expected at most 2 parked events in partition odd, got one more.")
            .ExpectOne(() => even.Send(producer, new Request(4)));
    }

    [Fact]
    public void An_addressed_producer_is_asked_for_each_partition()
    {
        var plan = new Addressed.Plan();
        var producer = Start(Props.Create(() => new Addressed(plan)));
        var even = Subscribe(producer, "even");
        var odd = Subscribe(producer, "odd");

        odd.Send(producer, new Request(3));
        Assert.Equal([1, 3, 5], Receive(odd, 3));
        even.Send(producer, new Request(2));
        Assert.Equal([0, 2], Receive(even, 2));

        ExpectNothingMore(even, producer);
        Assert.Equal(["odd 3", "even 2"], plan.Demands);
    }

    private IActorRef StartOddAndEven() =>
        Start(Props.Create(() => new Numbers(new Numbers.Plan { Options = Numbers.OddAndEven })));

    private sealed class Addressed : Producer<int>
    {
        private readonly Plan _plan;

        public Addressed(Plan plan)
            : base(new() { Dispatcher = Numbers.ByParity with { IsAddressed = true } }) => _plan = plan;

        protected override void HandleDemand(DemandIncrement demand)
        {
            foreach (var (partition, count) in demand.Partitions)
            {
                _plan.Demands.Add($"{Partitions[partition]} {count}");
                for (var made = 0; made < count; made++, _plan.Next[partition] += 2)
                {
                    Emit(_plan.Next[partition]);
                }
            }
        }

        internal sealed class Plan
        {
            public List<string> Demands { get; } = [];

            public int[] Next { get; } = [0, 1];
        }
    }
}
