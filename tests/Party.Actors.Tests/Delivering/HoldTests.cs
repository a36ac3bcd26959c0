using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Delivering;

/// <summary>Batches that a stage between two others keeps back.</summary>
public sealed class HoldTests : DeliveryTest
{
    private static readonly SubscriptionId First = new(1);

    private readonly TestProbe _producer;

    public HoldTests() => _producer = CreateTestProbe();

    [Fact]
    public void A_held_batch_is_not_confirmed_though_it_emitted_nothing()
    {
        var (collector, id, _) = StartCollector(new(3));

        _producer.Send(collector, Events.Of(id, 1, 1, 2));

        Assert.Equal(new Request(2, id, Total: 6, Confirmed: 0), _producer.ExpectMsg<Request>());
        ExpectNothingMore(_producer, collector);
    }

    [Fact]
    public void A_batch_released_in_a_later_one_is_confirmed_with_what_that_emits()
    {
        var (collector, id, consumer) = StartCollector(new(3), enough: 3);
        _producer.Send(collector, Events.Of(id, 1, 1, 2));
        Assert.Equal(0, _producer.ExpectMsg<Request>().Confirmed);

        _producer.Send(collector, Events.Of(id, 3, 3, 4));
        Assert.Equal("10(1)", Attempts(consumer, 1));
        Assert.Equal(0, _producer.ExpectMsg<Request>().Confirmed);
        ExpectNothingMore(_producer, collector);
        consumer.Send(collector, new Confirm(First, 1));

        Assert.Equal(4, _producer.FishForMessage<Confirm>(confirm => confirm.UpTo == 4).UpTo);
    }

    [Fact]
    public void A_batch_whose_rest_is_held_does_not_keep_those_before_it()
    {
        var pages = Start(Props.Create(() => new SumsOfThree(new SubscribeTo(_producer.Ref, Small))));
        var id = Admit(_producer);
        var consumer = SubscribeRetained(pages);
        consumer.Send(pages, new Request(9));
        _producer.Send(pages, Events.Of(id, 1, 1, 2));
        _producer.Send(pages, Events.Of(id, 3, 3, 4));

        Assert.Equal("6(1)", Attempts(consumer, 1));
        consumer.Send(pages, new Confirm(First, 1));
        Assert.Equal(2, _producer.FishForMessage<Confirm>(_ => true).UpTo);

        _producer.Send(pages, Events.Of(id, 5, 5, 6));
        Assert.Equal("15(1)", Attempts(consumer, 1));
        consumer.Send(pages, new Confirm(First, 2));
        Assert.Equal(6, _producer.FishForMessage<Confirm>(_ => true).UpTo);
    }

    [Fact]
    public void A_batch_released_by_a_message_is_confirmed_with_what_that_emits()
    {
        var (collector, id, consumer) = StartCollector(new(100, UntilTimer: true));
        _producer.Send(collector, Events.Of(id, 1, 1, 2));
        Assert.Equal(0, _producer.ExpectMsg<Request>().Confirmed);

        collector.Tell("flush");
        Assert.Equal("3(1)", Attempts(consumer, 1));
        ExpectNothingMore(_producer, collector);
        consumer.Send(collector, new Confirm(First, 1));

        Assert.Equal(2, _producer.ExpectMsg<Confirm>().UpTo);
    }

    [Fact]
    public void What_is_held_when_the_stage_fails_is_not_confirmed_and_comes_again()
    {
        var (collector, id, consumer) = StartCollector(new(3));
        _producer.Send(collector, Events.Of(id, 1, 1, 2));
        _producer.ExpectMsg<Request>();

        collector.Tell(Kill.Instance);

        Assert.Equal(0, _producer.ExpectMsg<Cancel>().Handled);
        var again = Admit(_producer);
        _producer.ExpectMsg<Request>();
        _producer.Send(collector, new Events<int>(again, 1, [1, 2], attempt: 2));
        _producer.ExpectMsg<Request>();
        collector.Tell("flush");
        Assert.Equal("3(1)", Attempts(consumer, 1));
        consumer.Send(collector, new Confirm(First, 1));
        Assert.Equal(2, _producer.ExpectMsg<Confirm>().UpTo);
    }

    [Fact]
    public void Releasing_twice_is_an_error()
    {
        var (collector, id, _) = StartCollector(new(3));
        _producer.Send(collector, Events.Of(id, 1, 1, 2));
        collector.Tell("flush");

        collector.Tell("release again");

        Assert.StartsWith(
            "Expected a batch that is held, got one of 2 events that was released before.",
            Failures.ExpectMsg<InvalidOperationException>().Message);
    }

    [Theory]
    [InlineData(0, 1, "Expected a batch to hold and at most 0 held events, got 1 more than the 0 held already.")]
    [InlineData(1, 2, "Expected a batch to hold and at most 1 held events, got 2 more than the 0 held already.")]
    [InlineData(3, 4, "Expected a batch to hold and at most 3 held events, got 2 more than the 2 held already.")]
    public void Holding_more_than_was_said_is_an_error(int atMost, int events, string message)
    {
        var (collector, id, _) = StartCollector(new(atMost));

        _producer.Send(collector, Events.Of(id, 1, Enumerable.Range(1, events).ToArray()));

        Assert.StartsWith(message, Failures.ExpectMsg<InvalidOperationException>().Message);
    }

    [Fact]
    public void Holding_where_no_batch_is_handled_is_an_error()
    {
        var (collector, _, _) = StartCollector(new(3));

        collector.Tell("hold");

        Assert.StartsWith(
            "Expected a batch to hold", Failures.ExpectMsg<InvalidOperationException>().Message);
    }

    [Fact]
    public void Holding_means_nothing_where_nothing_is_confirmed()
    {
        var (collector, id, consumer) = StartCollector(new(2), delivery: DeliveryMode.AtMostOnce);

        _producer.Send(collector, Events.Of(id, 1, 1, 2));
        Assert.Equal(2, _producer.ExpectMsg<Request>().Confirmed);
        collector.Tell("flush");

        Assert.Equal("3(1)", Attempts(consumer, 1));
        ExpectNothingMore(_producer, collector);
    }

    [Theory]
    [InlineData(4, Confirmation.WhenHandled, "Expected a stage that holds fewer events than max-demand, got one")]
    [InlineData(0, Confirmation.ByHand, "Expected confirmation when-handled for a stage between two others, got")]
    public void A_stage_that_would_wait_for_ever_is_refused_when_it_starts(
        int atMost, Confirmation confirmation, string message)
    {
        var to = new SubscribeTo(_producer.Ref, Small with { Confirmation = confirmation });

        Start(Collector.Props(to, new(atMost)), Directive.Stop);

        var error = Failures.ExpectMsg<ActorInitializationException>().GetBaseException();
        Assert.IsType<ArgumentException>(error);
        Assert.StartsWith(message, error.Message);
        _producer.ExpectNoMsg(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(3, Confirmation.WhenHandled, "Expected a stage that holds fewer events than max-demand, got one")]
    [InlineData(1, Confirmation.ByHand, "Expected confirmation when-handled for a stage between two others, got")]
    public async Task Who_asks_for_a_subscription_that_would_wait_for_ever_hears_why_not(
        int maxDemand, Confirmation confirmation, string message)
    {
        var (collector, id, _) = StartCollector(new(3));
        var options = Small with { MaxDemand = maxDemand, MinDemand = 0, Confirmation = confirmation };

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => collector.SubscribeAsync(new(_producer.Ref, options)));

        Assert.StartsWith(message, error.Message);
        _producer.Send(collector, Events.Of(id, 1, 1, 2));
        Assert.Equal(id, _producer.ExpectMsg<Request>().Id);
    }

    private (IActorRef Collector, SubscriptionId Id, TestProbe Consumer) StartCollector(
        Holding holding, int enough = int.MaxValue, DeliveryMode delivery = DeliveryMode.AtLeastOnce)
    {
        var to = new SubscribeTo(_producer.Ref, Small with { Delivery = delivery });
        var collector = Start(Collector.Props(to, holding, enough));
        var id = Admit(_producer);
        Assert.Equal(4, _producer.ExpectMsg<Request>().Count);
        var consumer = SubscribeRetained(collector);
        consumer.Send(collector, new Request(9));
        ExpectNothingMore(consumer, collector);
        return (collector, id, consumer);
    }
}
