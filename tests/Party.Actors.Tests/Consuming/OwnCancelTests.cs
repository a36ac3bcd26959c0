using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Consuming;

/// <summary>A stage that cancels a subscription lives on, whatever its mode and whatever the producer says.</summary>
public sealed class OwnCancelTests : ResubscriptionTest
{
    public static TheoryData<CancelMode, string> Answers
    {
        get
        {
            var data = new TheoryData<CancelMode, string>();
            foreach (var mode in Enum.GetValues<CancelMode>())
            {
                foreach (var answer in (string[])["normal", "shutdown", "failure", "gone", "refused", "silent"])
                {
                    data.Add(mode, answer);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Whatever_the_producer_says_then_the_stage_lives(CancelMode mode, string answer)
    {
        var door = Open();
        var consumer = StartFollower();
        var id = Subscribe(consumer, mode);
        var subscribe = Producer.ExpectMsg<Subscribe>();
        if (answer != "refused")
        {
            Admit(subscribe);
        }

        consumer.Tell(id, TestActor);
        Assert.Equal(CancelPhase.Asked, Producer.ExpectMsg<Cancel>().Phase);
        Say(answer, door, consumer, id);

        ExpectAlive(consumer);
        Time.Advance(TimeSpan.FromMinutes(1));
        Settle(consumer);
        Assert.DoesNotContain(Rest(), message => message is Subscribe);
    }

    [Theory]
    [InlineData(CancelMode.Permanent)]
    [InlineData(CancelMode.Transient)]
    [InlineData(CancelMode.Temporary)]
    public void A_subscription_that_is_looked_for_can_be_cancelled(CancelMode mode)
    {
        var consumer = StartFollower();
        var id = Subscribe(consumer, mode);

        consumer.Tell(id, TestActor);
        ExpectMsg("normal");
        Open();
        Time.Advance(TimeSpan.FromMinutes(1));

        ExpectAlive(consumer);
        Assert.Empty(Rest());
    }

    [Fact]
    public void The_end_of_a_subscription_may_be_made_its_last()
    {
        var door = Open();
        var test = TestActor;
        var consumer = Start(
            Props.Create(() => new Quitter(test, new SubscribeTo(Path, new() { Resubscribe = Even }))), Directive.Stop);
        Admit(Producer.ExpectMsg<Subscribe>());

        Close(door, consumer);

        ExpectMsg("the producer is gone, for now");
        ExpectMsg("enough");
        Open();
        Time.Advance(TimeSpan.FromMinutes(1));
        Settle(consumer);
        Assert.DoesNotContain(Rest(), message => message is Subscribe);
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_stage_in_between_outlives_an_end_that_waited_when_it_cancelled()
    {
        var relay = Start(
            ProducerConsumer.Props<int, int>(
                number => [number], new SubscribeTo(Producer.Ref, new() { Resubscribe = Resubscription.Never })),
            Directive.Stop);
        var id = Admit(Producer.ExpectMsg<Subscribe>());
        Producer.Send(relay, Events.Of(id, 1, 1, 2, 3));
        Producer.Send(relay, new Cancelled(id, EndReason.Failure("told so")));
        Settle(relay);

        relay.Cancel(id, EndReason.Normal);
        Settle(relay);
        var consumer = Subscribe(relay);
        consumer.Send(relay, new Request(9));

        Assert.Equal([1, 2, 3], Receive(consumer, 3));
        Assert.Equal(CancelPhase.Final, Producer.FishForMessage<Cancel>(_ => true).Phase);
        ExpectNothingMore(consumer, relay);
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    private SubscriptionId Subscribe(IActorRef consumer, CancelMode mode)
    {
        consumer.Tell(new SubscribeTo(Path, new() { Cancel = mode, Resubscribe = Even }), TestActor);
        var id = ExpectMsg<SubscriptionId>();
        Settle(consumer);
        return id;
    }

    private void Say(string answer, IActorRef door, IActorRef consumer, SubscriptionId id)
    {
        switch (answer)
        {
            case "gone":
                Close(door, consumer);
                break;
            case "refused":
                Producer.Send(consumer, new SubscriptionRejected(id, Refusal.PartitionTaken, "taken"));
                break;
            case "silent":
                break;
            default:
                Producer.Send(consumer, new Cancelled(id, new(Enum.Parse<EndKind>(answer, true), "told so")));
                break;
        }
    }

    private List<object> Rest()
    {
        var messages = new List<object>();
        while (Producer.HasMessages)
        {
            messages.Add(Producer.ReceiveOne(TimeSpan.Zero)!);
        }

        return messages;
    }

    private void ExpectAlive(IActorRef consumer)
    {
        consumer.Tell("music", TestActor);
        Assert.Equal("heard music", FishForMessage<string>(text => text.StartsWith("heard", StringComparison.Ordinal)));
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    /// <summary>Has enough at the first end.</summary>
    private sealed class Quitter(IActorRef test, SubscribeTo to) : Consumer<int>(to)
    {
        protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation)
        {
            test.Tell(cancellation.SubscribesAgain ? $"{cancellation.Reason.Text}, for now" : cancellation.Reason.Text);
            if (cancellation.SubscribesAgain)
            {
                Cancel(subscription.Id, EndReason.Failure("enough"));
            }
        }

        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
        }
    }
}
