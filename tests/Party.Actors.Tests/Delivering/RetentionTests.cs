using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Delivering;

/// <summary>What a producer keeps, and hands on again; probes play its consumers.</summary>
public sealed class RetentionTests : DeliveryTest
{
    private static readonly SubscriptionId First = new(1);

    private readonly Numbers.Plan _plan = new() { Limit = 7 };

    [Fact]
    public void What_was_not_confirmed_comes_again_first_and_in_order()
    {
        var producer = StartNumbers();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(5));
        Assert.Equal("0(1) 1(1) 2(1) 3(1) 4(1)", Attempts(consumer, 5));

        consumer.Send(producer, new Confirm(First, 2));
        consumer.Send(producer, new Cancel(First, EndReason.Normal, Handled: 2));
        var next = SubscribeRetained(producer);
        next.Send(producer, new Request(5));

        Assert.Equal("2(2) 3(2) 4(2) 5(1) 6(1)", Attempts(next, 5));
    }

    [Fact]
    public void Every_request_confirms_too()
    {
        var producer = StartNumbers();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(4));
        consumer.Send(producer, new Request(1, First, Total: 5, Confirmed: 3));
        Assert.Equal("0(1) 1(1) 2(1) 3(1) 4(1)", Attempts(consumer, 5));

        consumer.Send(producer, new Cancel(First, EndReason.Normal));
        var next = SubscribeRetained(producer);
        next.Send(producer, new Request(2));

        Assert.Equal("3(2) 4(2)", Attempts(next, 2));
        ExpectNothingMore(next, producer);
    }

    [Fact]
    public void A_consumer_that_terminates_leaves_what_it_did_not_confirm()
    {
        var producer = StartNumbers();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(3));
        Attempts(consumer, 3);
        consumer.Send(producer, new Confirm(First, 1));

        Sys.Stop(consumer.Ref);
        var next = SubscribeRetained(producer);
        next.Send(producer, new Request(2));

        Assert.Equal("1(2) 2(2)", Attempts(next, 2));
    }

    [Fact]
    public void Events_that_come_again_and_again_count_up()
    {
        var producer = StartNumbers();
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            var consumer = SubscribeRetained(producer);
            consumer.Send(producer, new Request(2));
            Assert.Equal($"0({attempt}) 1({attempt})", Attempts(consumer, 2));
            consumer.Send(producer, new Cancel(First, EndReason.Normal));
        }
    }

    [Fact]
    public void No_more_than_max_demand_are_unconfirmed()
    {
        var producer = StartNumbers();
        var consumer = SubscribeRetained(producer, options: Small);

        consumer.Send(producer, new Request(6));
        Assert.Equal("0(1) 1(1) 2(1) 3(1)", Attempts(consumer, 4));
        ExpectNothingMore(consumer, producer);
        consumer.Send(producer, new Confirm(First, 1));

        Assert.Equal("4(1)", Attempts(consumer, 1));
        ExpectNothingMore(consumer, producer);
    }

    [Fact]
    public void What_was_confirmed_ahead_does_not_come_again()
    {
        var producer = StartNumbers();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(6));
        Attempts(consumer, 6);

        consumer.Send(producer, new Confirm(First, 0, [new(2, 3), new(5, 5)]));
        consumer.Send(producer, new Cancel(First, EndReason.Normal));
        var next = SubscribeRetained(producer);
        next.Send(producer, new Request(4));

        Assert.Equal("0(2) 3(2) 5(2) 6(1)", Attempts(next, 4));
    }

    [Fact]
    public void Confirming_twice_or_what_was_never_sent_changes_nothing()
    {
        var producer = StartNumbers();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(3));
        Attempts(consumer, 3);

        consumer.Send(producer, new Confirm(First, 2));
        consumer.Send(producer, new Confirm(First, 2));
        consumer.Send(producer, new Confirm(First, 1));
        consumer.Send(producer, new Confirm(First, 99));
        consumer.Send(producer, new Confirm(First, 0, [new(1, 2), new(50, 60)]));
        consumer.Send(producer, new Confirm(new(777), 3));
        consumer.Send(producer, new Cancel(First, EndReason.Normal));
        var next = SubscribeRetained(producer);
        next.Send(producer, new Request(2));

        Assert.Equal("2(2) 3(1)", Attempts(next, 2));
    }

    [Fact]
    public void A_confirmation_after_the_end_comes_too_late()
    {
        var producer = StartNumbers();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(2));
        Attempts(consumer, 2);

        consumer.Send(producer, new Cancel(First, EndReason.Normal));
        consumer.Send(producer, new Confirm(First, 2));
        Subscribe(consumer, producer, 2, Large);
        consumer.Send(producer, new Request(2));

        Assert.Equal("0(2) 1(2)", Attempts(consumer, 2));
    }

    [Fact]
    public void A_rejected_event_comes_again_with_its_demand()
    {
        var producer = StartNumbers();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(4));
        Attempts(consumer, 4);

        consumer.Send(producer, new Reject(First, 2));
        Assert.Equal("1(2)", Attempts(consumer, 1));
        consumer.Send(producer, new Reject(First, 5));
        Assert.Equal("1(3)", Attempts(consumer, 1));

        ExpectNothingMore(consumer, producer);
    }

    [Theory]
    [InlineData(DeliveryMode.AtLeastOnce, 2, 2)]
    [InlineData(DeliveryMode.AtLeastOnce, 1, 4)]
    [InlineData(DeliveryMode.AtLeastOnce, 0, 99)]
    [InlineData(DeliveryMode.AtMostOnce, 0, 1)]
    public void Rejecting_what_is_not_in_flight_is_said_once_and_ignored(
        DeliveryMode delivery, int confirmed, int rejected)
    {
        var producer = StartNumbers();
        var consumer = SubscribeRetained(producer, options: Large with { Delivery = delivery });
        consumer.Send(producer, new Request(3));
        Attempts(consumer, 3);
        consumer.Send(producer, new Confirm(First, confirmed));

        EventFilter.Warning(start: "Expected an event that is in flight and delivered at least once")
            .ExpectOne(() => consumer.Send(producer, new Reject(First, rejected)));

        ExpectNothingMore(consumer, producer);
    }

    [Fact]
    public void Rejecting_for_a_subscription_that_has_ended_is_said_once_and_ignored()
    {
        var producer = StartNumbers();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(2));
        Attempts(consumer, 2);
        consumer.Send(producer, new Cancel(First, EndReason.Normal, Handled: 1));

        EventFilter.Warning(start: "Expected an event that is in flight and delivered at least once")
            .ExpectOne(() => consumer.Send(producer, new Reject(First, 2)));

        var next = SubscribeRetained(producer);
        next.Send(producer, new Request(2));
        Assert.Equal("1(2) 2(1)", Attempts(next, 2));
    }

    [Theory]
    [InlineData(Directive.Restart, 2)]
    [InlineData(Directive.Resume, 1)]
    public void A_producer_that_fails_still_knows_what_is_unconfirmed(Directive directive, int starts)
    {
        var producer = StartNumbers(directive);
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(3));
        Attempts(consumer, 3);

        consumer.Send(producer, new InvalidOperationException("once"));
        consumer.Send(producer, new Confirm(First, 1));
        consumer.Send(producer, new Reject(First, 3));
        Assert.Equal("2(2)", Attempts(consumer, 1));
        consumer.Send(producer, new Cancel(First, EndReason.Normal));
        Subscribe(consumer, producer, 2, Large);
        consumer.Send(producer, new Request(3));

        Assert.Equal("1(2) 2(3) 3(1)", Attempts(consumer, 3));
        Assert.Equal(starts, _plan.Starts);
    }

    [Fact]
    public void A_producer_that_stops_counts_what_is_unconfirmed()
    {
        var producer = StartNumbers();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(3));
        Attempts(consumer, 3);
        consumer.Send(producer, new Confirm(First, 1));
        var books = CreateTestProbe();
        Sys.EventStream.Subscribe(books.Ref, typeof(ProducerStopped));

        EventFilter.Warning(contains: "Of 3 events, 2 were not handled: 2 in flight")
            .ExpectOne(() => producer.Tell(PoisonPill.Instance));

        var last = books.ExpectMsg<ProducerStopped>().Books;
        Assert.Equal((1L, 2L, true), (last.Handled, last.InFlight, last.IsClosed));
    }

    [Fact]
    public void Consumers_of_both_kinds_share_what_comes_again()
    {
        var producer = StartNumbers();
        var retained = SubscribeRetained(producer);
        retained.Send(producer, new Request(2));
        Assert.Equal("0(1) 1(1)", Attempts(retained, 2));
        var plain = Subscribe(producer);
        plain.Send(producer, new Request(3));
        Assert.Equal("2(1) 3(1) 4(1)", Attempts(plain, 3));

        retained.Send(producer, new Cancel(First, EndReason.Normal, Handled: 1));
        plain.Send(producer, new Request(1));
        Assert.Equal("1(2)", Attempts(plain, 1));
        plain.Send(producer, new Cancel(First, EndReason.Normal, Handled: 2));
        var next = SubscribeRetained(producer);
        next.Send(producer, new Request(1));

        Assert.Equal("5(1)", Attempts(next, 1));
        next.Send(producer, new Confirm(First, 1));
        next.Send(producer, new Drain(Timeout.InfiniteTimeSpan));
        next.ExpectMsg<Cancelled>();
        next.Send(producer, new Cancel(First, EndReason.Normal, Handled: 1));
        var books = next.ExpectMsg<Drained>().Books;
        Assert.Equal((4L, 2L, 1L), (books.Handled, books.DiscardedFor(DiscardCause.ConsumerGone), books.Redelivered));
        Assert.True(books.IsClosed);
    }

    [Fact]
    public void A_partitions_next_owner_waits_for_the_last_word_of_the_old_one()
    {
        var producer = StartNumbers(options: Numbers.OddAndEven);
        var even = Large with { Partition = "even" };
        var consumer = SubscribeRetained(producer, options: even);
        consumer.Send(producer, new Request(3));
        Assert.Equal("0(1) 2(1) 4(1)", Attempts(consumer, 3));

        consumer.Send(producer, new Cancel(First, EndReason.Normal, Phase: CancelPhase.Asked));
        var next = SubscribeRetained(producer, options: even);
        next.Send(producer, new Request(3));
        ExpectNothingMore(next, producer);
        consumer.Send(producer, new Cancel(First, EndReason.Normal, Handled: 1));

        Assert.Equal("2(2) 4(2) 6(1)", Attempts(next, 3));
    }

    [Fact]
    public void A_drain_waits_until_all_is_confirmed_or_given_back()
    {
        var producer = StartNumbers();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(3));
        Attempts(consumer, 3);

        consumer.Send(producer, new Drain(Timeout.InfiniteTimeSpan));
        consumer.ExpectMsg<Cancelled>();
        consumer.Send(producer, new Reject(First, 2));
        consumer.Send(producer, new Confirm(First, 1));
        ExpectNothingMore(consumer, producer);
        consumer.Send(producer, new Cancel(First, EndReason.Normal, Handled: 3));

        var books = consumer.ExpectMsg<Drained>().Books;
        Assert.Equal((3L, 2L, 1L), (books.Received, books.Handled, books.Returned));
        Assert.True(books.IsClosed);
    }

    private IActorRef StartNumbers(Directive directive = Directive.Restart, ProducerOptions<int>? options = null)
    {
        var plan = options is null ? _plan : new() { Limit = 7, Options = options };
        return Start(Props.Create(() => new Numbers(plan)), directive);
    }
}
