using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Draining;

/// <summary>Events that are delivered at least once, and that nobody is there for when they are drained.</summary>
public sealed class GivingBackTests : StageTest
{
    private static readonly SubscriptionOptions OneByOne =
        new() { MaxDemand = 9, MinDemand = 8, Delivery = DeliveryMode.AtLeastOnce };

    private static readonly SubscriptionOptions Single =
        new() { MaxDemand = 1, MinDemand = 0, Delivery = DeliveryMode.AtLeastOnce };

    [Fact]
    public async Task What_nobody_is_there_for_goes_back_to_its_producer()
    {
        var counter = Start(Props.Create(() => new Numbers(new Numbers.Plan { Limit = 4 })));
        var middle = Start(Relay(Numbers.OddAndEven, new SubscribeTo(counter, OneByOne)));
        var sink = Start(Sink(new SubscribeTo(middle, OneByOne with { Partition = "even" })));
        Assert.Equal([0, 2], [ExpectMsg<int>(), ExpectMsg<int>()]);

        var report = await Drain(counter, middle, sink);

        Assert.True(report is { IsComplete: true, IsClosed: true }, report.ToString());
        Assert.Equal((2, 2), Ends(report.Stages[0]));
        Assert.Equal((2, 2), Ends(report.Stages[1]));
    }

    [Fact]
    public async Task What_a_broadcast_gave_out_in_vain_does_not_count_as_handled()
    {
        var counter = Start(Props.Create(() => new Numbers(new Numbers.Plan { Limit = 1 })));
        var all = new ProducerOptions<int> { Dispatcher = new BroadcastDispatcherOptions<int>() };
        var relay = Start(Relay(all, new SubscribeTo(counter, OneByOne)));
        var middle = Start(Relay(Numbers.OddAndEven, new SubscribeTo(relay, OneByOne), TestActor));
        var sink = Start(Sink(new SubscribeTo(middle, OneByOne with { Partition = "odd" })));
        ExpectMsg<int>();

        var report = await Drain(counter, relay, middle, sink);

        Assert.True(report is { IsComplete: true, IsClosed: true }, report.ToString());
        Assert.Equal((0, 1), Ends(report.Stages[0]));
        Assert.Equal(
            [new AbandonedEvents(middle.Path.ToStringWithoutAddress(), "0", 1)], report.Stages[1].Abandoned);
    }

    [Fact]
    public async Task A_stage_that_is_sent_no_more_because_of_them_leaves()
    {
        var counter = Start(Props.Create(() => new Numbers(new Numbers.Plan { Limit = 1 })));
        var middle = Start(Relay(Numbers.OddAndEven, new SubscribeTo(counter, Single), TestActor));
        var sink = Start(Sink(new SubscribeTo(middle, OneByOne with { Partition = "odd" })));
        ExpectMsg<int>();
        counter.Tell(2);

        var report = await Drain(counter, middle, sink);

        Assert.True(report is { IsComplete: true, IsClosed: true }, report.ToString());
        Assert.Equal((0, 2), Ends(report.Stages[0]));
    }

    [Fact]
    public async Task Whoever_keeps_events_back_further_down_lets_them_go()
    {
        var counter = Start(Props.Create(() => new Numbers(new Numbers.Plan { Limit = 7 })));
        var options = OneByOne with { MaxDemand = 10, MinDemand = 0 };
        var middle = Start(ProducerConsumer.Props<int, int>(static x => [x], new SubscribeTo(counter, options)));
        var batcher = Start(Props.Create(() => new Batcher(TestActor, new SubscribeTo(middle, options))));
        var sink = Start(Consumer.Props<int>(static _ => { }, new SubscribeTo(batcher, options)));
        Assert.Equal(7, ExpectMsg<int>());

        var report = await Drain(counter, middle, batcher, sink);

        Assert.True(report is { IsComplete: true, IsClosed: true }, report.ToString());
        Assert.All(report.Stages.Take(3), static stage => Assert.Equal((7, 0), Ends(stage)));
    }

    [Fact]
    public void What_is_given_back_by_hand_is_handed_on_again_before_the_end()
    {
        var counter = Start(Props.Create(() => new Numbers(new Numbers.Plan { Limit = 2 })));
        var consumer = CreateTestProbe();
        consumer.Send(counter, new Subscribe(new(1), OneByOne with { Confirmation = Confirmation.ByHand }));
        consumer.ExpectMsg<Subscribed>();
        consumer.Send(counter, new Request(2, new(1)));
        Assert.Equal([0, 1], consumer.ExpectMsg<Events<int>>().Batch);

        consumer.Send(counter, new Drain(Timeout.InfiniteTimeSpan));
        consumer.Send(counter, new Reject(new(1), 1));
        var again = consumer.ExpectMsg<Events<int>>();
        consumer.Send(counter, new Confirm(new(1), 3));
        consumer.ExpectMsg<Cancelled>();
        consumer.Send(counter, new Cancel(new(1), EndReason.Normal, Handled: 3));

        Assert.Equal((0, 2), (again.Batch[0], again.Attempt));
        Assert.Equal(2, consumer.ExpectMsg<Drained>().Books.Handled);
    }

    private static Props Relay(ProducerOptions<int> options, SubscribeTo subscription, IActorRef? heard = null) =>
        ProducerConsumer.Props<int, int>(
            x =>
            {
                heard?.Tell(x);
                return [x];
            },
            options,
            subscription);

    private Props Sink(SubscribeTo subscription) => Consumer.Props<int>(
        batch =>
        {
            foreach (var item in batch)
            {
                TestActor.Tell(item);
            }
        },
        subscription);

    private Task<DrainReport> Drain(params IActorRef[] stages) =>
        new Pipeline(Sys, stages).DrainAsync(Timeout.InfiniteTimeSpan).WaitAsync(Patience);

    private static (long Handled, long Waiting) Ends(DrainedStage stage) => stage.Books is { } books
        ? (books.Handled, books.Parked + books.Returned + books.Held + books.Buffered)
        : default;
}
