using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Consuming;

namespace Party.Actors.Tests.Draining;

/// <summary>A stage that is being drained does not subscribe again.</summary>
public sealed class DepartureTests : ResubscriptionTest
{
    public static TheoryData<bool> Stages { get; } = [false, true];

    [Theory]
    [MemberData(nameof(Stages))]
    public async Task Whoever_waits_to_subscribe_again_is_drained_at_once(bool isBetween)
    {
        var door = Open();
        var stage = Start(isBetween, new SubscribeTo(Path));
        Admit(Producer.ExpectMsg<Subscribe>());
        Close(door, stage);

        var report = await new Pipeline(Sys, stage).DrainAsync(Timeout.InfiniteTimeSpan).WaitAsync(Patience);

        Assert.Equal(DrainOutcome.Drained, Assert.Single(report.Stages).Outcome);
        Assert.True(report.IsClosed);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Before_its_drain_an_end_is_the_last(bool isBetween)
    {
        var door = Open();
        var stage = Start(isBetween, new SubscribeTo(Path));
        Admit(Producer.ExpectMsg<Subscribe>());
        Producer.Send(stage, PrepareToDrain.Instance);
        Assert.Equal([door], Producer.ExpectMsg<ReadyToDrain>().Producers);

        Close(door, stage);
        Open();
        Time.Advance(TimeSpan.FromMinutes(1));

        Settle(stage);
        Assert.False(Producer.HasMessages);
        Failures.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void Until_its_drain_a_restarted_stage_comes_back_for_what_it_had()
    {
        var consumer = Start(isBetween: false, new SubscribeTo(Producer.Ref));
        Admit(Producer.ExpectMsg<Subscribe>());
        Producer.Send(consumer, PrepareToDrain.Instance);
        Producer.ExpectMsg<ReadyToDrain>();

        consumer.Tell(new InvalidOperationException("fell over"));

        Assert.Equal(CancelPhase.Down, Producer.ExpectMsg<Cancel>().Phase);
        Admit(Producer.ExpectMsg<Subscribe>());
    }

    [Fact]
    public void A_consumer_that_fails_in_its_drain_has_nothing_open_any_more()
    {
        var consumer = Start(isBetween: false, new SubscribeTo(Producer.Ref));
        Admit(Producer.ExpectMsg<Subscribe>());
        Producer.Send(consumer, new Drain(Timeout.InfiniteTimeSpan));
        Assert.Equal(CancelPhase.Asked, Producer.ExpectMsg<Cancel>().Phase);

        consumer.Tell(new InvalidOperationException("fell over"));

        Assert.Equal(CancelPhase.Down, Producer.ExpectMsg<Cancel>().Phase);
        Assert.Equal(0, Producer.ExpectMsg<ConsumerDrained>().Unfinished);
        ExpectNothingMore(Producer, consumer);
    }

    [Fact]
    public void A_stage_in_between_that_fails_in_its_drain_does_not_come_back_either()
    {
        var relay = Start(isBetween: true, new SubscribeTo(Producer.Ref));
        var id = Admit(Producer.ExpectMsg<Subscribe>());
        Producer.Send(relay, new Drain(Timeout.InfiniteTimeSpan));
        Assert.Equal(CancelPhase.Asked, Producer.ExpectMsg<Cancel>().Phase);

        Producer.Send(relay, Events.Of(id, 1, 13));

        Assert.Equal(CancelPhase.Down, Producer.ExpectMsg<Cancel>().Phase);
        Assert.True(Producer.ExpectMsg<Drained>().Books.IsClosed);
        ExpectNothingMore(Producer, relay);
    }

    [Fact]
    public async Task Whoever_asks_a_drained_stage_to_subscribe_hears_that_it_does_not()
    {
        var consumer = Start(isBetween: false);
        Producer.Send(consumer, new Drain(Timeout.InfiniteTimeSpan));
        Producer.ExpectMsg<ConsumerDrained>();

        var error = await Assert.ThrowsAsync<SubscriptionEndedException>(
            () => consumer.SubscribeAsync(new(Producer.Ref), Timeout.InfiniteTimeSpan).WaitAsync(Patience));

        Assert.Equal(EndReason.Shutdown, error.Reason);
        ExpectNothingMore(Producer, consumer);
    }

    private IActorRef Start(bool isBetween, params SubscribeTo[] to)
    {
        var test = CreateTestProbe().Ref;
        var stage = Start(isBetween
            ? ProducerConsumer.Props<int, int>(
                static number => number == 13 ? throw new InvalidOperationException("13") : [number], to)
            : Props.Create(() => new Follower(test, to)));
        Settle(stage);
        return stage;
    }
}
