using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Consuming;

/// <summary>Subscriptions that are made again; time goes by when the test says so.</summary>
public sealed class ResubscriptionTests : ResubscriptionTest
{
    [Theory]
    [InlineData(CancelMode.Permanent)]
    [InlineData(CancelMode.Temporary)]
    public void A_consumer_waits_for_a_producer_that_is_not_there_yet(CancelMode mode)
    {
        var consumer = StartFollower(new SubscribeTo(Path, new() { Cancel = mode, Resubscribe = Even }));

        Time.Advance(First);
        Settle(consumer);
        Open();
        Time.Advance(First + First);

        Admit(Producer.ExpectMsg<Subscribe>());
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_producer_that_comes_back_under_its_name_is_found()
    {
        var consumer = StartFollower(new SubscribeTo(Path));
        for (var time = 0; time < 3; time++)
        {
            var door = Open();
            Time.Advance(TimeSpan.FromSeconds(1));
            var id = Admit(Producer.ExpectMsg<Subscribe>());
            Producer.Send(consumer, Events.Of(id, 1, time));
            ExpectMsg($"{time}");

            Close(door, consumer);
            ExpectMsg("the producer is gone, for now");
        }

        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void With_a_policy_a_reference_stands_for_its_path()
    {
        var door = Open();
        var consumer = StartFollower(new SubscribeTo(door, new() { Resubscribe = Even }));
        var first = Admit(Producer.ExpectMsg<Subscribe>());

        Close(door, consumer);
        Open();
        Time.Advance(First);

        Assert.NotEqual(first, Admit(Producer.ExpectMsg<Subscribe>()));
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(EndKind.Shutdown)]
    [InlineData(EndKind.Restart)]
    [InlineData(EndKind.Failure)]
    public void An_end_that_is_no_normal_one_is_not_the_last_word(EndKind kind)
    {
        Open();
        var consumer = StartFollower(new SubscribeTo(Path, new() { Resubscribe = Even }));
        var id = Admit(Producer.ExpectMsg<Subscribe>());

        Producer.Send(consumer, new Cancelled(id, new(kind, "so far")));
        ExpectMsg("so far, for now");
        Settle(consumer);
        Producer.ExpectMsg<Cancel>();
        Time.Advance(First);

        Admit(Producer.ExpectMsg<Subscribe>());
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void After_a_normal_end_there_is_nothing_to_come_back_for()
    {
        Open();
        var consumer = StartFollower(new SubscribeTo(Path));
        var id = Admit(Producer.ExpectMsg<Subscribe>());
        Watch(consumer);

        Producer.Send(consumer, new Cancelled(id, EndReason.Normal));

        ExpectMsg("normal");
        ExpectTerminated(consumer);
    }

    [Fact]
    public void Pauses_double_until_an_event_has_come()
    {
        Open();
        var consumer = StartFollower(new SubscribeTo(Path, new() { Resubscribe = Even, Partition = "one" }));
        var subscribe = Producer.ExpectMsg<Subscribe>();
        foreach (var pause in (int[])[200, 400, 800])
        {
            Refuse(consumer, subscribe, Refusal.PartitionTaken);
            subscribe = ExpectSubscribeAfter(consumer, pause);
        }

        End(consumer, Admit(subscribe));
        subscribe = ExpectSubscribeAfter(consumer, 1600);

        var id = Admit(subscribe);
        Producer.Send(consumer, Events.Of(id, 1, 7));
        ExpectMsg("7");
        End(consumer, id);
        ExpectSubscribeAfter(consumer, 200);
    }

    [Theory]
    [InlineData(Refusal.PartitionTaken, true)]
    [InlineData(Refusal.PartitionExpected, true)]
    [InlineData(Refusal.Draining, true)]
    [InlineData(Refusal.PartitionUnknown, false)]
    [InlineData(Refusal.PartitionMissing, false)]
    [InlineData(Refusal.SelectorUnknown, false)]
    [InlineData(Refusal.OptionsRejected, false)]
    [InlineData(Refusal.NoProducer, false)]
    public void Only_a_refusal_that_may_pass_is_tried_again(Refusal refusal, bool mayPass)
    {
        Open();
        var options = new SubscriptionOptions { Cancel = CancelMode.Temporary, Resubscribe = Even };
        var consumer = StartFollower(new SubscribeTo(Path, options));

        Refuse(consumer, Producer.ExpectMsg<Subscribe>(), refusal);
        Settle(consumer);
        Time.Advance(First);

        Settle(consumer);
        Assert.Equal(mayPass, Producer.HasMessages);
    }

    [Theory]
    [InlineData(CancelMode.Permanent, true)]
    [InlineData(CancelMode.Transient, true)]
    [InlineData(CancelMode.Temporary, false)]
    public void The_cancel_mode_decides_once_it_is_given_up(CancelMode mode, bool fails)
    {
        var policy = Even with { MaxAttempts = 2 };
        var consumer = StartFollower(new SubscribeTo(Path, new() { Cancel = mode, Resubscribe = policy }));
        Time.Advance(First);
        Settle(consumer);
        Failures.ExpectNoMsg(TimeSpan.Zero);

        Time.Advance(First + First);

        ExpectMsg($"there is nobody at {Path}");
        if (fails)
        {
            Assert.Contains(Path, Failures.ExpectMsg<SubscriptionEndedException>().Message);
        }
        else
        {
            Settle(consumer);
            Failures.ExpectNoMsg(TimeSpan.Zero);
        }
    }

    [Fact]
    public async Task Who_asks_to_subscribe_hears_of_the_first_attempt_that_succeeds()
    {
        var consumer = StartFollower();
        var asked = consumer.SubscribeAsync(new(Path, new() { Resubscribe = Even }), Timeout.InfiniteTimeSpan);
        Settle(consumer);
        Assert.False(asked.IsCompleted);

        Open();
        Time.Advance(First);
        Refuse(consumer, Producer.ExpectMsg<Subscribe>(), Refusal.PartitionTaken);
        Settle(consumer);
        Time.Advance(First + First);
        Admit(Producer.ExpectMsg<Subscribe>());

        consumer.Cancel(await asked, EndReason.Normal);
        Assert.Equal(CancelPhase.Asked, Producer.ExpectMsg<Cancel>(cancel => cancel.Phase == CancelPhase.Asked).Phase);
    }

    [Fact]
    public async Task Who_asks_to_subscribe_hears_that_it_was_given_up()
    {
        var consumer = StartFollower();
        var policy = new SubscriptionOptions { Cancel = CancelMode.Temporary, Resubscribe = Resubscription.Never };

        await Assert.ThrowsAsync<SubscriptionEndedException>(
            () => consumer.SubscribeAsync(new(Path, policy), Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task Who_asks_to_subscribe_hears_that_the_consumer_has_stopped()
    {
        var consumer = StartFollower();
        var asked = consumer.SubscribeAsync(new(Path), Timeout.InfiniteTimeSpan);
        Settle(consumer);

        Sys.Stop(consumer);

        var error = await Assert.ThrowsAsync<SubscriptionEndedException>(() => asked);
        Assert.Contains(Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subscription_that_waits_can_be_cancelled_and_that_is_never_fatal()
    {
        var consumer = StartFollower();
        consumer.Tell(new SubscribeTo(Path), TestActor);
        var id = ExpectMsg<SubscriptionId>();
        Settle(consumer);

        consumer.Tell(id, TestActor);
        ExpectMsg("normal");
        Open();
        Time.Advance(TimeSpan.FromMinutes(1));

        Settle(consumer);
        Producer.ExpectNoMsg(TimeSpan.Zero);
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_subscription_is_cancelled_by_its_first_name_whatever_attempt_it_is_at()
    {
        var consumer = StartFollower();
        var door = Open();
        consumer.Tell(new SubscribeTo(Path), TestActor);
        var id = ExpectMsg<SubscriptionId>();
        Assert.Equal(id, Admit(Producer.ExpectMsg<Subscribe>()));
        Close(door, consumer);
        ExpectMsg("the producer is gone, for now");
        Open();
        Time.Advance(TimeSpan.FromSeconds(1));
        var second = Admit(Producer.ExpectMsg<Subscribe>());

        consumer.Tell(id, TestActor);

        Assert.Equal(second, Producer.ExpectMsg<Cancel>().Id);
    }

    [Fact]
    public void It_is_said_once_that_a_producer_is_missed_and_once_that_it_is_back()
    {
        Open();
        var consumer = StartFollower(new SubscribeTo(Path, new() { Resubscribe = Even }));

        var subscribe = Producer.ExpectMsg<Subscribe>();

        EventFilter.Warning(start: "Expected #").ExpectOne(() =>
        {
            Refuse(consumer, subscribe, Refusal.PartitionTaken);
            Refuse(consumer, ExpectSubscribeAfter(consumer, 200), Refusal.PartitionTaken);
            subscribe = ExpectSubscribeAfter(consumer, 400);
        });
        EventFilter.Info(start: "Subscribed #").ExpectOne(() => Admit(subscribe));
    }

    private void Refuse(IActorRef consumer, Subscribe subscribe, Refusal refusal)
    {
        Producer.Send(consumer, new SubscriptionRejected(subscribe.Id, refusal, "told so"));
        Producer.ExpectMsg<Cancel>();
    }

    private void End(IActorRef consumer, SubscriptionId id)
    {
        Producer.Send(consumer, new Cancelled(id, EndReason.Shutdown));
        ExpectMsg("shutdown, for now");
        Producer.ExpectMsg<Cancel>();
    }

    private Subscribe ExpectSubscribeAfter(IActorRef consumer, int milliseconds)
    {
        Settle(consumer);
        Time.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        Settle(consumer);
        Producer.ExpectNoMsg(TimeSpan.Zero);
        Time.Advance(TimeSpan.FromMilliseconds(1));
        return Producer.ExpectMsg<Subscribe>();
    }
}
