using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Consuming;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests;

/// <summary>What becomes of questions that are asked of the wrong one, or too late.</summary>
public sealed class StageExtensionTests : StageTest
{
    private static TimeSpan AtOnce => TimeSpan.FromMilliseconds(1);

    public static TheoryData<string> Questions => ["subscribe", "resubscribe", "inform", "mode", "buffered"];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_question_to_an_actor_that_is_no_stage_ends_with_its_timeout(string question)
    {
        var mute = CreateTestProbe();

        await Assert.ThrowsAsync<AskTimeoutException>(() => Ask(question, mute.Ref));
    }

    [Fact]
    public async Task Who_asks_to_subscribe_hears_it_when_the_consumer_stops_first()
    {
        var (consumer, producer) = (StartRecorder(), CreateTestProbe());
        var asked = consumer.SubscribeAsync(new(producer.Ref));
        producer.ExpectMsg<Subscribe>();

        Sys.Stop(consumer);

        var error = await Assert.ThrowsAsync<SubscriptionEndedException>(() => asked);
        Assert.Equal((producer.Ref, EndReason.Shutdown), (error.Producer, error.Reason));
    }

    [Fact]
    public void Nobody_can_be_subscribed_to()
    {
        var error = Assert.Throws<ArgumentException>(() => new SubscribeTo(ActorRefs.Nobody));

        Assert.StartsWith("Expected a producer to subscribe to, got nobody.", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/user/*")]
    [InlineData("/user/order?")]
    public void A_path_names_one_producer(string path)
    {
        var error = Assert.Throws<ArgumentException>(() => new SubscribeTo(path));

        Assert.StartsWith($"Expected the path of one producer, got \"{path}\".", error.Message);
    }

    [Fact]
    public void A_demand_mode_is_one_of_two()
    {
        var mode = (DemandMode)9;

        Assert.Throws<ArgumentOutOfRangeException>(() => TestActor.SetDemandMode(mode));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StreamOptions { DemandMode = mode });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ProducerOptions<int> { DemandMode = mode });
        ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_source_that_nobody_reads_any_more_goes_on_or_stops() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Producer.From([1], onLastConsumerGone: (OnLastConsumerGone)9));

    [Fact]
    public void A_consumer_that_refuses_a_subscription_says_so_in_the_log()
    {
        var consumer = StartRecorder();

        EventFilter.Warning(start: "Rejected #7 of ")
            .ExpectOne(() => consumer.Tell(new Subscribe(new(7), new()), TestActor));

        Assert.Equal(Refusal.NoProducer, ExpectMsg<SubscriptionRejected>().Refusal);
    }

    [Theory]
    [InlineData("subscribe")]
    [InlineData("resubscribe")]
    [InlineData("inform")]
    [InlineData("mode")]
    [InlineData("buffered")]
    public async Task A_token_ends_the_waiting(string question)
    {
        using var cancelling = new CancellationTokenSource();
        var asking = Ask(question, CreateTestProbe().Ref, TimeSpan.FromDays(1), cancelling.Token);

        await cancelling.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking.WaitAsync(Patience));
    }

    private static Task Ask(string question, IActorRef stage) => Ask(question, stage, AtOnce, CancellationToken.None);

    private static Task Ask(string question, IActorRef stage, TimeSpan timeout, CancellationToken token)
    {
        var to = new SubscribeTo(stage);
        return question switch
        {
            "subscribe" => stage.SubscribeAsync(to, timeout, token),
            "resubscribe" => stage.ResubscribeAsync(new(1), to, EndReason.Normal, timeout, token),
            "inform" => stage.InformAsync("now", timeout, token),
            "mode" => stage.GetDemandModeAsync(timeout, token),
            _ => stage.EstimateBufferedAsync(timeout, token),
        };
    }

    private IActorRef StartRecorder()
    {
        var test = TestActor;
        var first = new SubscribeTo(CreateTestProbe().Ref, new SubscriptionOptions { Cancel = CancelMode.Temporary });
        return Start(Props.Create(() => new Recorder(test, first, int.MinValue)));
    }
}
