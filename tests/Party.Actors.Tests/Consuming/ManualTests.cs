using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Consuming;

/// <summary>Subscriptions that a stage's own code, or somebody outside, rules.</summary>
public sealed class ManualTests : StageTest
{
    private readonly TestProbe _producer;

    public ManualTests() => _producer = CreateTestProbe();

    [Fact]
    public void A_manual_subscription_requests_what_it_is_told_and_no_more()
    {
        var (consumer, id) = StartManual();
        ExpectNothingMore(_producer, consumer);

        consumer.Tell(3);
        Assert.Equal((3, 3L), Sums(_producer.ExpectMsg<Request>()));
        consumer.Tell(0);
        consumer.Tell(2);

        Assert.Equal((2, 5L), Sums(_producer.ExpectMsg<Request>()));
        Assert.Equal(id, _producer.Sender.Equals(consumer) ? id : default);
    }

    [Fact]
    public void Manual_events_are_handled_as_they_come_and_confirmed()
    {
        var (consumer, id) = StartManual();
        consumer.Tell(9);
        _producer.ExpectMsg<Request>();

        _producer.Send(consumer, Events.Of(id, 1, 1, 2, 3, 4, 5));

        ExpectMsg("1 2 3 4 5");
        Assert.Equal(new Confirm(id, 5), _producer.ExpectMsg<Confirm>());
        ExpectNothingMore(_producer, consumer);
    }

    [Fact]
    public void A_request_for_an_unknown_subscription_is_said_and_ignored()
    {
        var (consumer, _) = StartManual();
        consumer.Tell(new SubscriptionId(777));

        EventFilter.Warning(start: "Expected a request to name a subscription of this stage, got #777 for 5 events.")
            .ExpectOne(() => consumer.Tell(5));
    }

    [Theory]
    [InlineData(CancelMode.Permanent)]
    [InlineData(CancelMode.Transient)]
    [InlineData(CancelMode.Temporary)]
    public void Ones_own_cancel_never_ends_the_stage(CancelMode mode)
    {
        var (consumer, id) = StartManual(mode);

        consumer.Cancel(id, EndReason.Failure("fed up"));

        Assert.Equal((id, CancelPhase.Asked), Phase(_producer.ExpectMsg<Cancel>()));
        _producer.Reply(new Cancelled(id, EndReason.Failure("fed up")));
        Assert.Equal((id, CancelPhase.Final), Phase(_producer.ExpectMsg<Cancel>()));
        ExpectMsg("lost: fed up");
        consumer.Tell("music", TestActor);
        ExpectMsg("heard music");
    }

    [Fact]
    public void What_is_on_its_way_when_one_cancels_is_still_handled()
    {
        var (consumer, id) = StartManual();
        consumer.Tell(2);
        _producer.ExpectMsg<Request>();
        consumer.Cancel(id, EndReason.Normal);
        _producer.ExpectMsg<Cancel>();

        _producer.Send(consumer, Events.Of(id, 1, 1, 2));
        _producer.Send(consumer, new Cancelled(id, EndReason.Normal));

        ExpectMsg("1 2");
        Assert.Equal(2, _producer.ExpectMsg<Cancel>().Handled);
    }

    [Fact]
    public async Task A_new_subscription_takes_the_place_of_the_old()
    {
        var (consumer, old) = StartManual(CancelMode.Permanent);

        var made = consumer.ResubscribeAsync(old, new(_producer.Ref), EndReason.Normal);
        var subscribe = _producer.ExpectMsg<Subscribe>();
        Assert.Equal((old, EndReason.Normal), (subscribe.Replacing, subscribe.Reason));
        _producer.Send(consumer, new Cancelled(old, EndReason.Normal));
        _producer.Send(consumer, new Subscribed(subscribe.Id));

        Assert.Equal(subscribe.Id, await made);
        ExpectMsg("lost: normal");
        consumer.Tell("music", TestActor);
        ExpectMsg("heard music");
    }

    [Fact]
    public async Task Who_asks_for_a_subscription_hears_what_became_of_it()
    {
        var (consumer, _) = StartManual(CancelMode.Temporary);

        var refused = consumer.SubscribeAsync(new(_producer.Ref, new() { Cancel = CancelMode.Temporary }));
        var id = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new SubscriptionRejected(id, Refusal.PartitionTaken, "Expected another."));
        Assert.Equal(
            Refusal.PartitionTaken,
            (await Assert.ThrowsAsync<SubscriptionRejectedException>(() => refused)).Refusal);

        await Assert.ThrowsAsync<ArgumentException>(() => consumer.SubscribeAsync(
            new(_producer.Ref, new() { MaxDemand = 1, MinDemand = 1 })));
    }

    [Fact]
    public async Task A_producer_that_is_gone_fails_whoever_asks()
    {
        var (consumer, _) = StartManual(CancelMode.Temporary);
        var gone = CreateTestProbe();
        Watch(gone.Ref);
        Sys.Stop(gone.Ref);
        ExpectTerminated(gone.Ref);

        await Assert.ThrowsAsync<SubscriptionEndedException>(() => consumer.SubscribeAsync(
            new(gone.Ref, new() { Cancel = CancelMode.Temporary })));
    }

    [Fact]
    public async Task Questions_for_another_kind_of_stage_are_answered_and_said_once()
    {
        var (consumer, _) = StartManual();

        await EventFilter.Warning(start: "Expected messages for a consumer, got GetDemandMode").ExpectOneAsync(
            () => Assert.ThrowsAsync<InvalidOperationException>(() => consumer.GetDemandModeAsync()));
        await EventFilter.Warning(start: "Expected messages for a consumer, got EstimateBuffered").ExpectOneAsync(
            async () => Assert.Equal(0, await consumer.EstimateBufferedAsync()));
        EventFilter.Warning(start: "Expected messages for a consumer, got SetDemandMode").ExpectOne(
            () => consumer.SetDemandMode(DemandMode.Forward));
        await consumer.InformAsync("now");
        ExpectMsg("heard now");
    }

    private static (int Count, long Total) Sums(Request request) => (request.Count, request.Total);

    private static (SubscriptionId Id, CancelPhase Phase) Phase(Cancel cancel) => (cancel.Id, cancel.Phase);

    private (IActorRef Consumer, SubscriptionId Id) StartManual(CancelMode mode = CancelMode.Permanent)
    {
        var test = TestActor;
        var to = new SubscribeTo(_producer.Ref, new() { Cancel = mode });
        var consumer = Start(Props.Create(() => new ByHand(test, to)));
        var id = _producer.ExpectMsg<Subscribe>().Id;
        _producer.Reply(new Subscribed(id));
        ExpectMsg("admitted");
        return (consumer, id);
    }

    /// <summary>Requests as many as it is told, of the subscription it is told or had first.</summary>
    private sealed class ByHand : Consumer<int>
    {
        private readonly IActorRef _test;
        private SubscriptionId _id;

        public ByHand(IActorRef test, SubscribeTo to)
            : base(to)
        {
            _test = test;
            Receive<int>(demand => Request(_id, demand));
            Receive<SubscriptionId>(id => _id = id);
            Receive<string>(text => _test.Tell($"heard {text}"));
        }

        protected override SubscriptionMode OnSubscribe(ProducerSubscription subscription)
        {
            if (_id.IsNone)
            {
                _test.Tell("admitted");
            }

            _id = subscription.Id;
            return SubscriptionMode.Manual;
        }

        protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation) =>
            _test.Tell($"lost: {cancellation.Reason.Text}");

        protected override void HandleEvents(ReadOnlySpan<int> events) =>
            _test.Tell(string.Join(' ', events.ToArray()));
    }
}
