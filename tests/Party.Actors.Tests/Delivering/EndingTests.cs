using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Actors.Tests.Between;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Delivering;

/// <summary>Stages of one's own that end when what they emitted is confirmed.</summary>
public sealed class EndingTests : DeliveryTest
{
    private static readonly SubscriptionId First = new(1);

    [Fact]
    public void A_producer_ends_when_all_it_emitted_is_handed_on_and_confirmed()
    {
        var producer = StartFinite();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(2));
        Attempts(consumer, 2);
        consumer.Send(producer, new Confirm(First, 2));
        ExpectNothingMore(consumer, producer);

        consumer.Send(producer, new Request(1));
        Attempts(consumer, 1);
        ExpectNothingMore(consumer, producer);
        consumer.Send(producer, new Confirm(First, 3));

        Assert.Equal(EndReason.Normal, consumer.ExpectMsg<Cancelled>().Reason);
        ExpectTerminated(producer);
    }

    [Fact]
    public void Where_nothing_is_confirmed_a_producer_ends_when_all_is_handed_on()
    {
        var producer = StartFinite();
        var consumer = Subscribe(producer);

        consumer.Send(producer, new Request(2));
        Receive(consumer, 2);
        ExpectNothingMore(consumer, producer);
        consumer.Send(producer, new Request(1));
        Receive(consumer, 1);

        consumer.ExpectMsg<Cancelled>();
        ExpectTerminated(producer);
    }

    [Theory]
    [InlineData(Directive.Restart)]
    [InlineData(Directive.Resume)]
    public void A_producer_that_fails_before_its_end_still_ends(Directive directive)
    {
        var producer = StartFinite(directive);
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(3));
        Attempts(consumer, 3);

        consumer.Send(producer, new InvalidOperationException("once"));
        Failures.ExpectMsg<InvalidOperationException>();
        consumer.Send(producer, new Confirm(First, 3));

        consumer.ExpectMsg<Cancelled>();
        ExpectTerminated(producer);
    }

    [Fact]
    public void The_first_reason_counts()
    {
        var producer = StartFinite();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(3));
        Attempts(consumer, 3);

        consumer.Send(producer, EndReason.Failure("too late"));
        consumer.Send(producer, new Confirm(First, 3));

        Assert.Equal(EndReason.Normal, consumer.ExpectMsg<Cancelled>().Reason);
    }

    [Fact]
    public void Who_drains_a_producer_hears_of_it_before_it_ends()
    {
        var producer = StartFinite();
        var consumer = SubscribeRetained(producer);
        consumer.Send(producer, new Request(3));
        Attempts(consumer, 3);

        producer.Tell(new Drain(Timeout.InfiniteTimeSpan), TestActor);
        consumer.Send(producer, new Confirm(First, 3));
        Assert.Equal(EndReason.Shutdown, consumer.ExpectMsg<Cancelled>().Reason);
        ExpectNothingMore(consumer, producer);
        consumer.Send(producer, new Cancel(First, EndReason.Shutdown, Handled: 3));

        Assert.Equal(3, ExpectMsg<Drained>().Books.Handled);
        ExpectTerminated(producer);
    }

    [Fact]
    public void A_stage_between_two_others_outlives_its_producer_until_all_is_confirmed()
    {
        var (relay, source, consumer) = StartRelay();
        source.Send(relay, new Cancelled(source.ExpectMsg<Request>().Id, EndReason.Normal));
        Assert.Equal("99(1)", Attempts(consumer, 1));
        ExpectNothingMore(consumer, relay);

        consumer.Send(relay, new Cancel(First, EndReason.Normal, Handled: 1));
        var next = SubscribeRetained(relay);
        next.Send(relay, new Request(9));
        Assert.Equal("2(2) 99(2)", Attempts(next, 2));
        next.Send(relay, new Confirm(First, 2));

        Assert.Equal(EndReason.Normal, next.ExpectMsg<Cancelled>().Reason);
        ExpectTerminated(relay);
    }

    private IActorRef StartFinite(Directive directive = Directive.Restart)
    {
        var producer = Start(Props.Create(() => new Finite()), directive);
        Watch(producer);
        return producer;
    }

    // Its producer, a probe, keeps nothing; its consumer has been sent 1 and 2. When the producer ends it emits 99.
    private (IActorRef Relay, TestProbe Source, TestProbe Consumer) StartRelay()
    {
        var source = CreateTestProbe();
        var options = new SubscriptionOptions { MaxDemand = 4, MinDemand = 2 };
        var (test, to) = (CreateTestProbe().Ref, new SubscribeTo(source.Ref, options));
        var relay = Start(Props.Create(() => new Relay(test, new(), to, 1)));
        Watch(relay);
        var id = Admit(source);
        Assert.Equal(4, source.ExpectMsg<Request>().Count);
        var consumer = SubscribeRetained(relay);
        consumer.Send(relay, new Request(9));
        source.Send(relay, Events.Of(id, 1, 1, 2));
        Attempts(consumer, 2);
        return (relay, source, consumer);
    }
}
