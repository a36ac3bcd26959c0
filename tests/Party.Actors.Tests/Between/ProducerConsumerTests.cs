using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Between;

public sealed class ProducerConsumerTests : StageTest
{
    private readonly TestProbe _producer;

    public ProducerConsumerTests() => _producer = CreateTestProbe();

    [Fact]
    public void Nothing_is_handled_until_somebody_wants_it()
    {
        var (relay, id) = StartRelay();
        _producer.Send(relay, Events.Of(id, 1, 1, 2));
        ExpectNothingMore(_producer, relay);
        var consumer = Subscribe(relay);
        ExpectNothingMore(consumer, relay);

        consumer.Send(relay, new Request(2));

        ExpectMsg("1 2");
        Assert.Equal([1, 2], Receive(consumer, 2));
        Assert.Equal(2, _producer.ExpectMsg<Request>().Count);
    }

    [Fact]
    public void A_list_that_was_begun_is_handled_whole_and_the_excess_waits()
    {
        var (relay, id) = StartRelay();
        var consumer = Subscribe(relay);
        consumer.Send(relay, new Request(1));

        _producer.Send(relay, Events.Of(id, 1, 1, 2, 3));
        ExpectMsg("1 2");
        ExpectMsg("3");
        Assert.Equal([1], Receive(consumer, 1));
        ExpectNothingMore(consumer, relay);

        consumer.Send(relay, new Request(5));
        Assert.Equal([2, 3], Receive(consumer, 2));
    }

    [Fact]
    public void Events_that_come_to_nothing_leave_the_stage_at_work()
    {
        var (relay, id) = StartRelay();
        var consumer = Subscribe(relay);
        consumer.Send(relay, new Request(1));

        _producer.Send(relay, Events.Of(id, 1, -1, -2));
        _producer.Send(relay, Events.Of(id, 3, -3, 4));

        ExpectMsg("-1 -2");
        ExpectMsg("-3 4");
        Assert.Equal([4], Receive(consumer, 1));
        ExpectNothingMore(consumer, relay);
    }

    [Fact]
    public void The_end_of_the_producer_comes_after_its_last_events()
    {
        var (relay, id) = StartRelay(mode: CancelMode.Temporary);
        _producer.Send(relay, Events.Of(id, 1, 1, 2));
        _producer.Send(relay, new Cancelled(id, EndReason.Normal));
        ExpectNothingMore(_producer, relay);
        var consumer = Subscribe(relay);

        consumer.Send(relay, new Request(9));

        ExpectMsg("1 2");
        ExpectMsg("lost the producer: normal");
        Assert.Equal([1, 2, 99], Receive(consumer, 3));
        Assert.Equal(2, _producer.ExpectMsg<Cancel>().Handled);
    }

    [Fact]
    public void A_message_comes_after_the_events_that_wait()
    {
        var (relay, id) = StartRelay();
        _producer.Send(relay, Events.Of(id, 1, 1, 2));
        relay.Inform("now");
        ExpectNothingMore(_producer, relay);
        var consumer = Subscribe(relay);

        consumer.Send(relay, new Request(1));
        ExpectMsg("1 2");
        Assert.Equal([1], Receive(consumer, 1));
        ExpectNothingMore(consumer, relay);
        consumer.Send(relay, new Request(2));

        ExpectMsg("heard now");
    }

    [Fact]
    public void A_permanent_stage_ends_with_its_producer_and_says_why()
    {
        var (relay, id) = StartRelay(mode: CancelMode.Permanent);
        var consumer = Subscribe(relay);
        consumer.Send(relay, new Request(5));

        _producer.Send(relay, new Cancelled(id, new(EndKind.Shutdown, "closing time")));

        Assert.Equal([99], Receive(consumer, 1));
        Assert.Equal(new(EndKind.Shutdown, "closing time"), consumer.ExpectMsg<Cancelled>().Reason);
        Watch(relay);
        ExpectMsg("lost the producer: closing time");
        ExpectTerminated(relay);
    }

    [Fact]
    public void A_restart_keeps_the_consumers_and_subscribes_anew()
    {
        var (relay, id) = StartRelay();
        var consumer = Subscribe(relay);
        consumer.Send(relay, new Request(5));

        _producer.Send(relay, Events.Of(id, 1, 12, 13, 14));

        Assert.Equal([12, 13], Receive(consumer, 2));
        var cancel = _producer.ExpectMsg<Cancel>();
        Assert.Equal((0L, 2), (cancel.Handled, cancel.Failed));
        var again = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new Subscribed(again));
        _producer.ExpectMsg<Request>();
        _producer.Send(relay, Events.Of(again, 1, 20, 21, 22));
        Assert.Equal([20, 21, 22], Receive(consumer, 3));
    }

    [Fact]
    public void Demand_cannot_be_accumulated_between_two_stages()
    {
        var (relay, id) = StartRelay();
        var consumer = Subscribe(relay);

        EventFilter.Warning(start: "Expected demand mode Forward")
            .ExpectOne(() => relay.SetDemandMode(Demand.Dispatching.DemandMode.Accumulate));
        consumer.Send(relay, new Request(1));
        _producer.Send(relay, Events.Of(id, 1, 1));

        Assert.Equal([1], Receive(consumer, 1));
    }

    [Fact]
    public void A_stage_may_emit_more_than_it_was_given()
    {
        var (relay, id) = StartRelay(copies: 3);
        var consumer = Subscribe(relay);
        consumer.Send(relay, new Request(4));

        _producer.Send(relay, Events.Of(id, 1, 1, 2));

        Assert.Equal([1, 1, 1, 2], Receive(consumer, 4));
        ExpectNothingMore(consumer, relay);
    }

    [Fact]
    public void A_pipeline_of_real_stages_keeps_order_and_loses_nothing()
    {
        var plan = new Numbers.Plan { Limit = 100 };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        var relay = Start(ProducerConsumer.Props<int, int>(
            item => item % 2 == 0 ? [item] : [],
            new SubscribeTo(producer, new() { MaxDemand = 7 })));
        var consumer = Subscribe(relay);

        consumer.Send(relay, new Request(50));

        Assert.Equal(Enumerable.Range(0, 50).Select(number => 2 * number), Receive(consumer, 50));
    }

    private (IActorRef Relay, SubscriptionId Id) StartRelay(
        CancelMode mode = CancelMode.Temporary, int copies = 1)
    {
        var test = TestActor;
        var to = new SubscribeTo(_producer.Ref, new() { MaxDemand = 4, MinDemand = 2, Cancel = mode });
        var options = new ProducerOptions<int>();
        var relay = Start(Props.Create(() => new Relay(test, options, to, copies)));
        var id = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new Subscribed(id));
        _producer.ExpectMsg<Request>();
        return (relay, id);
    }
}
