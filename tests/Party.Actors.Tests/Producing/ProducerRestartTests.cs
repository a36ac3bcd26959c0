using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Tests.Producing;

public sealed class ProducerRestartTests : StageTest
{
    [Fact]
    public void Consumers_of_a_restarted_producer_notice_no_more_than_a_pause()
    {
        var plan = new Numbers.Plan { Fault = new InvalidOperationException("once") };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Request(3));

        Assert.Equal([0, 1, 2], consumer.ExpectMsg<Events<int>>().Batch);
        ExpectNothingMore(consumer, producer);
        Assert.Equal(2, plan.Starts);
        Assert.Equal([3, 3], plan.Demands);
    }

    [Theory]
    [InlineData(Directive.Restart, 2)]
    [InlineData(Directive.Resume, 1)]
    public void What_was_emitted_before_a_failure_counts_and_the_rest_is_asked_again(Directive directive, int starts)
    {
        var plan = new Numbers.Plan { Fault = new InvalidOperationException("once"), EmitBeforeFault = 2 };
        var producer = Start(Props.Create(() => new Numbers(plan)), directive);
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Request(5));

        Assert.Equal([0, 1], consumer.ExpectMsg<Events<int>>().Batch);
        Assert.Equal([2, 3, 4], consumer.ExpectMsg<Events<int>>().Batch);
        ExpectNothingMore(consumer, producer);
        Assert.Equal(starts, plan.Starts);
        Assert.Equal([5, 3], plan.Demands);
    }

    [Fact]
    public void A_producer_that_fails_elsewhere_is_asked_again_for_what_it_owes()
    {
        var plan = new Numbers.Plan { Limit = 0 };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(4));
        ExpectNothingMore(consumer, producer);

        consumer.Send(producer, new InvalidOperationException("elsewhere"));
        consumer.Send(producer, 7);

        Assert.Equal([7], consumer.ExpectMsg<Events<int>>().Batch);
        ExpectNothingMore(consumer, producer);
        Assert.Equal((4, 2), (plan.Demands[0], plan.Demands.Count));
    }

    [Fact]
    public void What_is_requested_before_it_is_asked_again_is_asked_for_once()
    {
        var demands = new List<int>();
        var producer = Start(Props.Create(() => new Forgetful(demands)));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(4));

        consumer.Send(producer, "fail, and find a request");

        ExpectNothingMore(consumer, producer);
        Assert.Equal([4, 4, 2], demands);
    }

    [Fact]
    public void Parked_and_buffered_events_outlive_a_restart()
    {
        var plan = new Numbers.Plan { Options = Numbers.OddAndEven, Limit = 3 };
        var producer = Start(Props.Create(() => new Numbers(plan)));
        var even = Subscribe(producer, "even");
        even.Send(producer, new Request(2));
        Assert.Equal([0, 2], Receive(even, 2));
        even.Send(producer, new[] { 10, 12 });

        even.Send(producer, new InvalidOperationException("once"));
        var odd = Subscribe(producer, "odd");
        odd.Send(producer, new Request(1));
        even.Send(producer, new Request(2));

        Assert.Equal([1], odd.ExpectMsg<Events<int>>().Batch);
        Assert.Equal([10, 12], even.ExpectMsg<Events<int>>().Batch);
        Assert.Equal(2, plan.Starts);
    }

    [Fact]
    public void A_producer_that_stops_tells_every_consumer()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan())));
        var consumer = Subscribe(producer);
        Sys.EventStream.Subscribe(TestActor, typeof(ProducerStopped));

        Sys.Stop(producer);

        Assert.Equal(EndReason.Shutdown, consumer.ExpectMsg<Cancelled>().Reason);
        Assert.Equal(producer, ExpectMsg<ProducerStopped>().Producer);
    }

    [Fact]
    public void A_producer_that_is_stopped_for_an_error_says_so()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan())), Directive.Stop);
        var consumer = Subscribe(producer);

        consumer.Send(producer, new InvalidOperationException("for good"));

        Assert.Equal(EndReason.Failure("for good"), consumer.ExpectMsg<Cancelled>().Reason);
    }

    [Fact]
    public void What_a_stopped_producer_still_had_is_counted_and_said()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan { Options = Numbers.OddAndEven })));
        var even = Subscribe(producer, "even");
        even.Send(producer, new Request(2));
        Receive(even, 2);
        even.Send(producer, new[] { 10, 12 });
        Sys.EventStream.Subscribe(TestActor, typeof(ProducerStopped));

        EventFilter.Warning(start: "Stopped without being drained.").ExpectOne(() => Sys.Stop(producer));

        var books = ExpectMsg<ProducerStopped>().Books;
        Assert.True(books.IsClosed);
        Assert.Equal(2, books.InFlight);
        Assert.True(books.Parked > 0);
    }

    [Fact]
    public void What_is_on_its_way_at_a_normal_end_is_not_lost()
    {
        var producer = Start(Producer.From([1, 2]));
        var consumer = Subscribe(producer);

        EventFilter.Warning(start: "Stopped without being drained.").Expect(0, () =>
        {
            consumer.Send(producer, new Request(3));
            consumer.ExpectMsg<Events<int>>();
            consumer.ExpectMsg<Cancelled>();
        });
    }

    [Fact]
    public void A_failed_batch_and_what_was_on_its_way_are_counted_by_cause()
    {
        var producer = Start(Props.Create(() => new Numbers(new Numbers.Plan())));
        var consumer = Subscribe(producer);
        consumer.Send(producer, new Request(10));
        consumer.ExpectMsg<Events<int>>();

        consumer.Send(producer, new Cancel(new(1), EndReason.Restart(null), Handled: 4, Failed: 2));
        consumer.Send(producer, new Subscribe(new(2), new()));
        consumer.ExpectMsg<Subscribed>();
        consumer.Send(producer, new Drain(Timeout.InfiniteTimeSpan));
        consumer.ExpectMsg<Cancelled>();
        consumer.Send(producer, new Cancel(new(2), EndReason.Normal));

        var books = consumer.ExpectMsg<Drained>().Books;
        Assert.Equal(
            [4L, 2L, 4L],
            [
                books.Handled,
                books.DiscardedFor(DiscardCause.ConsumerFailed),
                books.DiscardedFor(DiscardCause.ConsumerRestarted),
            ]);
        Assert.True(books.IsClosed);
    }

    private sealed class Forgetful : Producer<int>
    {
        private readonly List<int> _demands;

        public Forgetful(List<int> demands)
        {
            _demands = demands;
            Receive<Exception>(error => throw error);
            Receive<string>(text =>
            {
                Self.Tell(new InvalidOperationException(text), Sender);
                Self.Tell(new Request(2), Sender);
            });
        }

        protected override void HandleDemand(DemandIncrement demand) => _demands.Add(demand.Total);
    }
}
