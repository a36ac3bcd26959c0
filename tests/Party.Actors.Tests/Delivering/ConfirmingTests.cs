using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Actors.Tests.Consuming;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Delivering;

/// <summary>What a consumer tells a producer of what it handled; a probe plays the producer.</summary>
public sealed class ConfirmingTests : DeliveryTest
{
    private readonly TestProbe _producer;

    public ConfirmingTests() => _producer = CreateTestProbe();

    [Fact]
    public void Where_no_request_is_due_a_confirmation_is_sent()
    {
        var (consumer, id) = StartRecorder(Small);

        _producer.Send(consumer, Events.Of(id, 1, 1));
        Assert.Equal(new Confirm(id, 1), _producer.ExpectMsg<Confirm>());
        _producer.Send(consumer, Events.Of(id, 2, 2));

        Assert.Equal(new Request(2, id, Total: 6, Confirmed: 2), _producer.ExpectMsg<Request>());
        ExpectNothingMore(_producer, consumer);
    }

    [Fact]
    public void Of_several_batches_that_came_together_the_last_ones_are_confirmed_too()
    {
        var (consumer, id) = StartRecorder(Small);

        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3));

        Assert.Equal(2, _producer.ExpectMsg<Request>().Confirmed);
        Assert.Equal(new Confirm(id, 3), _producer.ExpectMsg<Confirm>());
        ExpectNothingMore(_producer, consumer);
    }

    [Fact]
    public void At_most_once_is_confirmed_by_requests_alone()
    {
        var (consumer, id) = StartRecorder(Small with { Delivery = DeliveryMode.AtMostOnce });

        _producer.Send(consumer, Events.Of(id, 1, 1));

        ExpectMsg("1");
        ExpectNothingMore(_producer, consumer);
    }

    [Fact]
    public void A_subscription_says_how_it_wants_to_be_delivered_to()
    {
        var options = Small with { Confirmation = Confirmation.ByHand };
        StartRecorder(options, expected: options);
    }

    [Fact]
    public void A_handler_knows_which_attempt_it_is()
    {
        var test = TestActor;
        var to = new SubscribeTo(_producer.Ref, Small);
        Action<Fragile, int> nothing = (_, _) => { };
        var consumer = Start(Props.Create(() => new Fragile(test, nothing, to)));
        var id = Admit(_producer);

        _producer.Send(consumer, new Events<int>(id, 1, [1, 2], attempt: 3));
        _producer.Send(consumer, Events.Of(id, 3, 3));

        ExpectMsg("1 2 (3)");
        ExpectMsg("3 (1)");
    }

    [Fact]
    public void What_is_confirmed_by_hand_without_being_kept_is_refused()
    {
        var test = TestActor;
        var to = new SubscribeTo(_producer.Ref, new() { Confirmation = Confirmation.ByHand });

        Start(Props.Create(() => new Recorder(test, to, int.MinValue)), Directive.Stop);

        Assert.StartsWith(
            "Expected events that are confirmed by hand to be delivered at least once, got delivery at-most-once.",
            Failures.ExpectMsg<ActorInitializationException>().GetBaseException().Message);
    }

    private (IActorRef Consumer, SubscriptionId Id) StartRecorder(
        SubscriptionOptions options, SubscriptionOptions? expected = null)
    {
        var test = TestActor;
        var to = new SubscribeTo(_producer.Ref, options);
        var consumer = Start(Props.Create(() => new Recorder(test, to, int.MinValue)));
        var subscribe = _producer.ExpectMsg<Subscribe>();
        Assert.Equal(expected ?? options, subscribe.Options);
        _producer.Reply(new Subscribed(subscribe.Id));
        Assert.Equal(4, _producer.ExpectMsg<Request>().Count);
        return (consumer, subscribe.Id);
    }
}
