using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Tests.Producing;

public sealed class ProducerDrainTests : StageTest
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    public ProducerDrainTests()
        : base("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
    {
    }

    [Fact]
    public void A_producer_without_events_is_drained_at_once()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan())));

        producer.Tell(new Drain(Deadline), TestActor);

        Assert.Equal(0, ExpectMsg<Drained>().Books.Received);
    }

    [Fact]
    public void Every_subscription_ends_and_says_how_far_it_was_handled()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan())));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(5));
        consumer.ExpectMsg<Events<int>>();

        producer.Tell(new Drain(Deadline), TestActor);
        Assert.Equal(EndReason.Shutdown, consumer.ExpectMsg<Cancelled>().Reason);
        consumer.Send(producer, new Cancel(new(1), EndReason.Normal, Handled: 5));

        var books = ExpectMsg<Drained>().Books;
        Assert.Equal((5L, 5L, 0L), (books.Received, books.Handled, books.InFlight));
    }

    [Fact]
    public void Parked_events_are_handed_on_first_and_nothing_more_is_asked_for()
    {
        var plan = new Numbers.Plan { Options = Numbers.OddAndEven, Limit = 6 };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        var even = Subscribe(producer, "even");
        var odd = Subscribe(producer, "odd");
        even.Send(producer, new Request(3));
        Receive(even, 3);
        var asked = plan.Demands.Sum();

        producer.Tell(new Drain(Deadline), TestActor);
        ExpectNothingMore(odd, producer);
        odd.Send(producer, new Request(100));
        Assert.Equal([1, 3], Receive(odd, 2));

        End(even, producer, handled: 3);
        End(odd, producer, handled: 2);
        Assert.Equal(5, ExpectMsg<Drained>().Books.Handled);
        Assert.Equal(asked, plan.Demands.Sum());
    }

    [Fact]
    public void Events_of_a_partition_without_a_consumer_stay_in_the_books()
    {
        var producer = Start(
            Props.Create(() => new Numbers(new Numbers.Plan { Options = Numbers.OddAndEven, Limit = 6 })));
        var even = Subscribe(producer, "even");
        even.Send(producer, new Request(3));
        Receive(even, 3);

        producer.Tell(new Drain(Deadline), TestActor);
        End(even, producer, handled: 3);

        var books = ExpectMsg<Drained>().Books;
        Assert.Equal((3L, 2L, true), (books.Handled, books.Parked, books.IsClosed));
    }

    [Fact]
    public void Past_the_deadline_what_is_on_its_way_is_abandoned()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan())));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(5));
        consumer.ExpectMsg<Events<int>>();
        consumer.Send(producer, new Confirm(new(1), 2));

        consumer.Send(producer, new Drain(Deadline));
        consumer.ExpectMsg<Cancelled>();
        ((TestScheduler)Sys.Scheduler).Advance(Deadline);
        consumer.ExpectMsg<Cancelled>();

        var books = consumer.ExpectMsg<Drained>().Books;
        Assert.Equal((2L, 3L), (books.Handled, books.DiscardedFor(DiscardCause.Abandoned)));
        Assert.True(books.IsClosed);
    }

    [Fact]
    public void Requests_that_cross_with_the_deadline_are_no_mistake()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan())));
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Drain(Deadline));
        consumer.ExpectMsg<Cancelled>();
        ((TestScheduler)Sys.Scheduler).Advance(Deadline);
        consumer.FishForMessage<Drained>(static _ => true);
        EventFilter.Warning().Expect(0, () =>
        {
            consumer.Send(producer, new Request(5, new(1), Total: 5, Confirmed: 0));
            consumer.ExpectMsg<Cancelled>();
        });
    }

    [Fact]
    public void A_draining_producer_takes_no_new_consumers()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan())));
        producer.Tell(new Drain(Deadline), TestActor);
        ExpectMsg<Drained>();
        var consumer = CreateTestProbe();

        consumer.Send(producer, new Subscribe(new(1), new()));

        Assert.Equal(Refusal.Draining, consumer.ExpectMsg<SubscriptionRejected>().Refusal);
    }

    [Fact]
    public void A_consumer_that_fails_on_its_last_batch_is_not_waited_for()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan())));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(2));
        consumer.ExpectMsg<Events<int>>();

        producer.Tell(new Drain(Deadline), TestActor);
        consumer.ExpectMsg<Cancelled>();
        consumer.Send(producer, new Cancel(new(1), EndReason.Restart(null), Handled: 0, Failed: 2));
        consumer.Send(producer, new Subscribe(new(2), new()));

        Assert.Equal(Refusal.Draining, consumer.ExpectMsg<SubscriptionRejected>().Refusal);
        Assert.Equal(2, ExpectMsg<Drained>().Books.DiscardedFor(DiscardCause.ConsumerFailed));
    }

    [Fact]
    public void Whoever_asks_twice_is_answered_twice()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan())));

        producer.Tell(new Drain(Deadline), TestActor);
        producer.Tell(new Drain(Deadline), TestActor);

        ExpectMsg<Drained>();
        ExpectMsg<Drained>();
    }

    private static void End(TestProbe consumer, IActorRef producer, long handled)
    {
        consumer.ExpectMsg<Cancelled>();
        consumer.Send(producer, new Cancel(new(1), EndReason.Normal, handled));
    }

    [Fact]
    public void A_deadline_that_makes_no_sense_is_refused()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new Drain(TimeSpan.FromSeconds(-5)));

        Assert.StartsWith("Expected a deadline of 0 to 49 days", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Drain(TimeSpan.MaxValue));
    }
}
