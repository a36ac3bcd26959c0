using System.Collections.Immutable;
using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Sharing;

namespace Party.Actors.Tests.Producing;

public sealed class BroadcastTests : StageTest
{
    private readonly Numbers.Plan _plan = new()
    {
        Options = new()
        {
            Dispatcher = new BroadcastDispatcherOptions<int>
            {
                Selectors = ImmutableDictionary<string, Func<int, bool>>.Empty
                    .Add("even", number => number % 2 == 0)
                    .Add("none", _ => false),
            },
        },
    };

    [Fact]
    public void Every_consumer_gets_every_event_at_the_pace_of_the_slowest()
    {
        var producer = StartNumbers();
        var (first, second) = (Subscribe(producer), Subscribe(producer));

        first.Send(producer, new Request(5));
        ExpectNothingMore(first, producer);
        second.Send(producer, new Request(2));

        Assert.Equal([0, 1], Receive(first, 2));
        Assert.Equal([0, 1], Receive(second, 2));
        ExpectNothingMore(first, producer);
        Assert.Equal([2], _plan.Demands);
    }

    [Fact]
    public void A_consumer_that_reads_an_array_does_not_take_it_from_the_others()
    {
        var producer = StartNumbers();
        var test = CreateTestProbe().Ref;
        var kept = Subscribe(producer);
        for (var consumer = 0; consumer < 3; consumer++)
        {
            Start(Consumer.Props<int>(
                batch => test.Tell(string.Join(' ', batch.ToArray())),
                new SubscribeTo(producer, new() { MaxDemand = 4, MinDemand = 2 })));
        }

        kept.Send(producer, new Request(40));
        var batches = Enumerable.Range(0, 10).Select(_ => kept.ExpectMsg<Events<int>>()).ToList();

        Assert.Equal(
            Enumerable.Range(0, batches.Sum(batch => batch.Count)), batches.SelectMany(batch => batch.Batch));
    }

    [Fact]
    public void What_a_consumer_does_not_want_takes_none_of_its_demand()
    {
        var producer = StartNumbers();
        var all = Subscribe(producer);
        var even = SubscribeTo(producer, "even");
        even.Send(producer, new Request(3));

        all.Send(producer, new Request(100));

        Assert.Equal([0, 2, 4], Receive(even, 3));
        ExpectNothingMore(even, producer);
        Assert.InRange(Receive(all, 5).Count, 5, 6);
    }

    [Fact]
    public void A_producer_none_of_whose_events_is_wanted_can_still_be_stopped()
    {
        var producer = StartNumbers();
        var consumer = SubscribeTo(producer, "none");

        consumer.Send(producer, new Request(1));
        Watch(producer);
        Sys.Stop(producer);

        ExpectTerminated(producer);
        Assert.Equal(EndReason.Shutdown, consumer.ExpectMsg<Cancelled>().Reason);
    }

    [Fact]
    public void A_selector_that_the_producer_does_not_know_is_refused()
    {
        var producer = StartNumbers();
        var consumer = CreateTestProbe();

        consumer.Send(producer, new Subscribe(new(1), new() { Selector = "prime" }));

        var rejected = consumer.ExpectMsg<SubscriptionRejected>();
        Assert.Equal(Refusal.SelectorUnknown, rejected.Refusal);
        Assert.StartsWith("Expected a selector of [even, none], got \"prime\".", rejected.Reason);
    }

    [Fact]
    public void A_consumer_is_reached_once_and_may_not_subscribe_twice()
    {
        var producer = StartNumbers();
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Subscribe(new(2), new()));

        Assert.Equal(Refusal.AlreadySubscribed, consumer.ExpectMsg<SubscriptionRejected>().Refusal);
        consumer.Send(producer, new Request(1));
        Assert.Equal([0], Receive(consumer, 1));
    }

    [Fact]
    public void What_waited_while_everybody_was_gone_is_not_lost()
    {
        var producer = StartNumbers();
        var first = Subscribe(producer);
        first.Send(producer, 100);
        first.Send(producer, new[] { 101, 102 });
        first.Send(producer, new Cancel(new(1), EndReason.Normal));
        var second = Subscribe(producer);

        second.Send(producer, new Request(4));

        Assert.Equal([100, 101, 102, 0], Receive(second, 4));
    }

    private TestProbe SubscribeTo(IActorRef producer, string selector)
    {
        var probe = CreateTestProbe();
        probe.Send(producer, new Subscribe(new(1), new() { Selector = selector }));
        probe.ExpectMsg<Subscribed>();
        return probe;
    }

    private IActorRef StartNumbers()
    {
        var plan = _plan;
        return Start(Props.Create(() => new Numbers(plan)));
    }
}
