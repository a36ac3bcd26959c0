using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Tests.Producing;

public sealed class DemandModeTests : StageTest
{
    private static readonly ProducerOptions<int> Accumulating = new() { DemandMode = DemandMode.Accumulate };

    [Fact]
    public void Demand_and_events_wait_until_they_are_forwarded()
    {
        var producer = StartHerald(Accumulating);
        var consumer = Subscribe(producer);
        ExpectMsg("subscribed #1");
        consumer.Send(producer, new Request(2));
        consumer.Send(producer, new[] { 1, 2, 3 });
        consumer.Send(producer, new Request(5));
        ExpectNothingMore(consumer, producer);

        producer.SetDemandMode(DemandMode.Forward);

        ExpectMsg("demand 2");
        ExpectMsg("demand 5");
        Assert.Equal([1, 2, 3], Receive(consumer, 3));
        ExpectNothingMore(consumer, producer);
    }

    [Fact]
    public async Task The_mode_of_a_producer_can_be_asked_for()
    {
        var producer = StartHerald(Accumulating);
        Assert.Equal(DemandMode.Accumulate, await producer.GetDemandModeAsync());

        producer.SetDemandMode(DemandMode.Forward);

        Assert.Equal(DemandMode.Forward, await producer.GetDemandModeAsync());
    }

    [Fact]
    public void A_producer_can_go_back_to_accumulating()
    {
        var producer = StartHerald(new());
        var consumer = Subscribe(producer);
        ExpectMsg("subscribed #1");
        consumer.Send(producer, new Request(2));
        ExpectMsg("demand 2");

        producer.SetDemandMode(DemandMode.Accumulate);
        consumer.Send(producer, 1);
        ExpectNothingMore(consumer, producer);
        producer.SetDemandMode(DemandMode.Forward);

        Assert.Equal([1], Receive(consumer, 1));
    }

    [Fact]
    public void A_producer_that_restarts_while_it_accumulates_is_not_asked_before_it_may_be()
    {
        var producer = StartHerald(Accumulating);
        var consumer = Subscribe(producer);
        ExpectMsg("subscribed #1");
        consumer.Send(producer, new Request(3));

        consumer.Send(producer, new InvalidOperationException("once"));
        ExpectNothingMore(consumer, producer);
        consumer.Send(producer, "music");
        ExpectMsg("heard music");
        producer.SetDemandMode(DemandMode.Forward);

        ExpectMsg("demand 3");
        consumer.Send(producer, "the end");
        ExpectMsg("heard the end");
    }

    [Fact]
    public void What_was_asked_before_it_accumulated_is_asked_again_after()
    {
        var producer = StartHerald(new());
        var consumer = Subscribe(producer);
        ExpectMsg("subscribed #1");
        consumer.Send(producer, new Request(3));
        ExpectMsg("demand 3");
        producer.SetDemandMode(DemandMode.Accumulate);
        consumer.Send(producer, new Request(2));

        consumer.Send(producer, new InvalidOperationException("once"));
        ExpectNothingMore(consumer, producer);
        producer.SetDemandMode(DemandMode.Forward);

        ExpectMsg("demand 5");
        consumer.Send(producer, "the end");
        ExpectMsg("heard the end");
    }

    [Fact]
    public void A_failure_while_demand_is_forwarded_loses_no_event()
    {
        var plan = new Numbers.Plan
        {
            Options = Accumulating,
            Fault = new InvalidOperationException("once"),
            Next = 5,
            Limit = 6,
        };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(3));
        consumer.Send(producer, new[] { 1, 2 });

        producer.SetDemandMode(DemandMode.Forward);

        Assert.Equal([1, 2, 5], Receive(consumer, 3));
        ExpectNothingMore(consumer, producer);
        Assert.Equal([3, 1], plan.Demands);
    }

    [Fact]
    public void A_producer_that_drains_is_not_asked_for_what_it_accumulated()
    {
        var producer = StartHerald(Accumulating);
        var consumer = Subscribe(producer);
        ExpectMsg("subscribed #1");
        consumer.Send(producer, new Request(3));
        consumer.Send(producer, 1);

        consumer.Send(producer, new Drain(Timeout.InfiniteTimeSpan));

        Assert.Equal([1], Receive(consumer, 1));
        Assert.Equal(EndReason.Shutdown, consumer.ExpectMsg<Cancelled>().Reason);
        ExpectMsg("lost #1: shutdown");
        consumer.Send(producer, "the end");
        ExpectMsg("heard the end");
    }

    private IActorRef StartHerald(ProducerOptions<int> options)
    {
        var test = TestActor;
        return Start(Props.Create(() => new Herald(test, options, null)));
    }
}
