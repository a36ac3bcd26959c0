using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Producing;

public sealed class ProducerTests : StageTest
{
    private readonly Numbers.Plan _plan = new();

    [Fact]
    public void A_subscription_is_answered_and_waits_for_a_request()
    {
        var producer = StartNumbers();

        var consumer = Subscribe(producer);

        ExpectNothingMore(consumer, producer);
        Assert.Empty(_plan.Demands);
    }

    [Fact]
    public void A_request_for_three_brings_three_events_and_no_more()
    {
        var producer = StartNumbers();
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Request(3));

        var events = consumer.ExpectMsg<Events<int>>();
        Assert.Equal((new SubscriptionId(1), 1L), (events.Id, events.First));
        Assert.Equal([0, 1, 2], events.Batch);
        ExpectNothingMore(consumer, producer);
        Assert.Equal([3], _plan.Demands);
    }

    [Fact]
    public void Events_are_numbered_from_one_request_to_the_next()
    {
        var producer = StartNumbers();
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Request(3));
        consumer.Send(producer, new Request(2));

        Assert.Equal(1, consumer.ExpectMsg<Events<int>>().First);
        var second = consumer.ExpectMsg<Events<int>>();
        Assert.Equal(4, second.First);
        Assert.Equal([3, 4], second.Batch);
    }

    [Fact]
    public void A_request_that_comes_twice_is_met_once()
    {
        var producer = StartNumbers();
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Request(3, new(1), Total: 3));
        consumer.Send(producer, new Request(3, new(1), Total: 3));

        consumer.ExpectMsg<Events<int>>();
        ExpectNothingMore(consumer, producer);
    }

    [Fact]
    public void A_request_without_a_subscription_is_told_so()
    {
        var producer = StartNumbers();
        var stranger = CreateTestProbe();

        stranger.Send(producer, new Request(3));

        Assert.Equal(EndKind.Failure, stranger.ExpectMsg<Cancelled>().Reason.Kind);
        Assert.Empty(_plan.Demands);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_request_for_nothing_is_ignored_with_a_warning(int count)
    {
        var producer = StartNumbers();
        var consumer = Subscribe(producer);

        EventFilter.Warning(start: $"Expected a request for at least 1 event, got {count}")
            .ExpectOne(() => consumer.Send(producer, new Request(count)));

        ExpectNothingMore(consumer, producer);
    }

    [Fact]
    public void A_subscription_that_comes_twice_is_the_same_one()
    {
        var producer = StartNumbers();
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(2));
        consumer.ExpectMsg<Events<int>>();

        consumer.Send(producer, new Subscribe(new(1), new()));

        consumer.ExpectMsg<Subscribed>();
        consumer.Send(producer, new Request(1));
        Assert.Equal(3, consumer.ExpectMsg<Events<int>>().First);
    }

    [Fact]
    public void A_new_subscription_of_the_owner_replaces_the_old_one()
    {
        var producer = StartSinglePartition();
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(5));
        consumer.ExpectMsg<Events<int>>();

        consumer.Send(producer, new Subscribe(new(2), new()));
        Assert.Equal(new Cancelled(new(1), EndReason.Replaced), consumer.ExpectMsg<Cancelled>());
        consumer.ExpectMsg<Subscribed>();
        consumer.Send(producer, new Request(1, new(2)));

        var events = consumer.ExpectMsg<Events<int>>();
        Assert.Equal((new SubscriptionId(2), 1L), (events.Id, events.First));
    }

    [Fact]
    public void A_partition_that_is_taken_is_refused_to_others()
    {
        var producer = StartSinglePartition();
        var owner = Subscribe(producer);
        var other = CreateTestProbe();

        other.Send(producer, new Subscribe(new(1), new()));

        var rejected = other.ExpectMsg<SubscriptionRejected>();
        Assert.Equal((new SubscriptionId(1), Refusal.PartitionTaken), (rejected.Id, rejected.Refusal));
        Assert.StartsWith("Expected partition 0 to be free", rejected.Reason);
        owner.Send(producer, new Request(1));
        owner.ExpectMsg<Events<int>>();
    }

    [Fact]
    public void Options_that_contradict_each_other_are_refused()
    {
        var producer = StartNumbers();
        var consumer = CreateTestProbe();

        consumer.Send(producer, new Subscribe(new(1), new() { MaxDemand = 5, MinDemand = 5 }));

        Assert.Equal(Refusal.OptionsRejected, consumer.ExpectMsg<SubscriptionRejected>().Refusal);
    }

    [Fact]
    public void A_cancelled_subscription_makes_room_for_the_next()
    {
        var producer = StartNumbers();
        var first = Subscribe(producer);
        first.Send(producer, new Request(2));
        first.ExpectMsg<Events<int>>();

        first.Send(producer, new Cancel(new(1), EndReason.Normal, Handled: 2));
        ExpectNothingMore(first, producer);
        var second = Subscribe(producer);
        second.Send(producer, new Request(1));

        Assert.Equal([2], second.ExpectMsg<Events<int>>().Batch);
    }

    [Fact]
    public void A_consumer_that_dies_makes_room_for_the_next()
    {
        var producer = StartNumbers();
        var first = Subscribe(producer);

        Sys.Stop(first.Ref);

        AwaitAssert(() => Subscribe(producer));
    }

    [Fact]
    public void Events_that_nobody_asked_for_wait_in_the_buffer()
    {
        var producer = StartNumbers();
        var consumer = Subscribe(producer);
        consumer.Send(producer, 70);
        consumer.Send(producer, new[] { 71, 72 });
        ExpectNothingMore(consumer, producer);

        consumer.Send(producer, new Request(5));

        Assert.Equal([70, 71, 72], consumer.ExpectMsg<Events<int>>().Batch);
        Assert.Equal([0, 1], consumer.ExpectMsg<Events<int>>().Batch);
    }

    [Fact]
    public void A_producer_is_an_ordinary_actor_besides()
    {
        var producer = StartNumbers();
        var consumer = Subscribe(producer);

        consumer.Send(producer, "music");
        consumer.ExpectMsg("heard music");
        consumer.Send(producer, "become");
        consumer.Send(producer, "music");
        consumer.ExpectMsg("became deaf to music");

        consumer.Send(producer, new Request(1));
        consumer.ExpectMsg<Events<int>>();
    }

    [Fact]
    public void A_producer_may_emit_later_what_it_was_asked_for()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan { Limit = 0 })));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(2));
        ExpectNothingMore(consumer, producer);

        consumer.Send(producer, 5);

        Assert.Equal([5], consumer.ExpectMsg<Events<int>>().Batch);
    }

    [Fact]
    public void A_function_makes_a_producer()
    {
        var next = 0;
        var producer = Start(Producer.Props(demand => Enumerable.Range(0, demand).Select(_ => next++)));
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Request(4));

        Assert.Equal([0, 1, 2, 3], consumer.ExpectMsg<Events<int>>().Batch);
    }

    private IActorRef StartSinglePartition()
    {
        var dispatcher = new PartitionDispatcherOptions<int> { Partitions = PartitionNames.Numbered(1) };
        return Start(Props.Create(() => new Numbers(new Numbers.Plan { Options = new() { Dispatcher = dispatcher } })));
    }

    private IActorRef StartNumbers()
    {
        var plan = _plan;
        return Start(Props.Create(() => new Numbers(plan)));
    }
}
