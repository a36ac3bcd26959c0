using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Consuming;

/// <summary>GenStage's table: what the end of a subscription means to a consumer, by its mode and the reason.</summary>
public sealed class CancelModeTests : StageTest
{
    private readonly TestProbe _producer;

    public CancelModeTests() => _producer = CreateTestProbe();

    [Theory]
    [InlineData(CancelMode.Permanent, EndKind.Normal, "stops")]
    [InlineData(CancelMode.Permanent, EndKind.Shutdown, "stops")]
    [InlineData(CancelMode.Permanent, EndKind.Failure, "fails")]
    [InlineData(CancelMode.Transient, EndKind.Normal, "lives")]
    [InlineData(CancelMode.Transient, EndKind.Shutdown, "lives")]
    [InlineData(CancelMode.Transient, EndKind.Failure, "fails")]
    [InlineData(CancelMode.Temporary, EndKind.Normal, "lives")]
    [InlineData(CancelMode.Temporary, EndKind.Failure, "lives")]
    public void An_end_means_what_the_mode_says(CancelMode mode, EndKind kind, string meaning)
    {
        var (consumer, id) = StartSubscribed(mode);

        _producer.Send(consumer, new Cancelled(id, new(kind, "told so")));

        Assert.Equal(new Cancel(id, EndReason.Normal), _producer.ExpectMsg<Cancel>());
        Expect(meaning, consumer);
    }

    [Theory]
    [InlineData(CancelMode.Permanent, Refusal.PartitionTaken, "fails")]
    [InlineData(CancelMode.Transient, Refusal.PartitionTaken, "fails")]
    [InlineData(CancelMode.Temporary, Refusal.PartitionTaken, "lives")]
    [InlineData(CancelMode.Permanent, Refusal.Draining, "stops")]
    public void A_rejection_counts_as_an_end(CancelMode mode, Refusal refusal, string meaning)
    {
        var (consumer, id) = StartSubscribed(mode);

        _producer.Send(consumer, new SubscriptionRejected(id, refusal, "told so"));

        _producer.ExpectMsg<Cancel>();
        Expect(meaning, consumer);
    }

    [Theory]
    [InlineData(CancelMode.Permanent, "fails")]
    [InlineData(CancelMode.Temporary, "lives")]
    public void A_producer_that_is_gone_counts_as_a_failure(CancelMode mode, string meaning)
    {
        var (consumer, _) = StartSubscribed(mode);

        Sys.Stop(_producer.Ref);

        Expect(meaning, consumer);
    }

    [Fact]
    public void The_end_of_a_subscription_that_is_not_known_means_nothing()
    {
        var (consumer, _) = StartSubscribed(CancelMode.Permanent);

        _producer.Send(consumer, new Cancelled(new(12345), EndReason.Failure("somebody else's")));

        Expect("lives", consumer);
    }

    private (IActorRef Consumer, SubscriptionId Id) StartSubscribed(CancelMode mode)
    {
        var test = TestActor;
        var subscription = new SubscribeTo(_producer.Ref, new() { Cancel = mode });
        var consumer = Start(Props.Create(() => new Recorder(test, subscription, int.MinValue)), Directive.Stop);
        var id = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new Subscribed(id));
        _producer.ExpectMsg<Request>();
        return (consumer, id);
    }

    // A failure goes to the supervisor, who stops the consumer here; one that lives still answers.
    private void Expect(string meaning, IActorRef consumer)
    {
        if (meaning == "lives")
        {
            consumer.Tell("music", TestActor);
            ExpectMsg("heard music");
            return;
        }

        Watch(consumer);
        ExpectTerminated(consumer);
        if (meaning == "fails")
        {
            Assert.Equal(_producer.Ref, Failures.ExpectMsg<SubscriptionEndedException>().Producer);
        }

        Failures.ExpectNoMsg(TimeSpan.Zero);
    }
}
