using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Demand.Dispatching;

namespace Party.Actors.Tests.Draining;

/// <summary>What a report says of stages that something happens to while they are drained.</summary>
public sealed class DrainBooksTests : StageTest
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    [Fact]
    public void What_waits_when_the_time_is_up_makes_a_drain_late()
    {
        var counter = Start(Props.Create(() => new Numbers(new Numbers.Plan())));
        var consumer = Subscribe(counter);
        counter.Tell(5);

        consumer.Send(counter, new Drain(TimeSpan.Zero));

        consumer.ExpectMsg<Cancelled>();
        var drained = consumer.ExpectMsg<Drained>();
        Assert.Equal((true, 1), (drained.IsLate, drained.Books.Buffered));
        Assert.Empty(drained.Abandoned);
    }

    [Fact]
    public async Task What_is_emitted_after_the_answer_stands_in_the_books()
    {
        var counter = Start(Props.Create(() => new Numbers(new Numbers.Plan())));
        var other = CreateTestProbe();
        other.SetAutoPilot(new DelegateAutoPilot(static (sender, message) =>
        {
            if (message is PrepareToDrain)
            {
                sender.Tell(new ReadyToDrain([]));
            }

            return AutoPilot.KeepRunning;
        }));

        var draining = new Pipeline(Sys, counter, other.Ref).DrainAsync(Deadline);
        other.FishForMessage(static message => message is Drain);
        counter.Tell(5);
        other.Reply(new ConsumerDrained(0));
        Sys.Stop(other.Ref);
        var stage = (await draining.WaitAsync(Patience)).Stages[0];

        Assert.Equal((DrainOutcome.Drained, 1, 1), (stage.Outcome, stage.Books!.Received, stage.Books.Buffered));
    }

    [Fact]
    public void A_stage_that_fails_over_what_waits_has_answered_first()
    {
        var producer = CreateTestProbe();
        var stage = Start(
            ProducerConsumer.Props<int, int>(
                static _ => throw new InvalidOperationException("fell over"), new SubscribeTo(producer.Ref)));
        var id = producer.ExpectMsg<Subscribe>().Id;
        producer.Reply(new Subscribed(id));
        producer.ExpectMsg<Request>();
        producer.Send(stage, Events.Of(id, 1, [7]));

        producer.Send(stage, PrepareToDrain.Instance);

        Assert.Equal([producer.Ref], producer.ExpectMsg<ReadyToDrain>().Producers);
        Assert.Equal("fell over", Failures.ExpectMsg<InvalidOperationException>().Message);
    }

    [Fact]
    public void Events_are_not_kept_for_later_once_a_producer_drains()
    {
        var counter = Start(Props.Create(() => new Numbers(new Numbers.Plan { Limit = 0 })));
        var consumer = Subscribe(counter);
        consumer.Send(counter, new Request(1));
        counter.Tell(5);
        Assert.Equal([5], Receive(consumer, 1));
        counter.Tell(6);

        consumer.Send(counter, new Drain(Timeout.InfiniteTimeSpan));
        consumer.Send(counter, new SetDemandMode(DemandMode.Accumulate));
        consumer.Send(counter, new GetDemandMode());

        Assert.Equal(DemandMode.Forward, consumer.ExpectMsg<DemandMode>());
    }

    [Fact]
    public void A_restarted_consumer_is_not_expected_for_more_than_it_subscribes_to()
    {
        var counter = Start(Props.Create(() => new Numbers(new Numbers.Plan { Limit = 0 })));
        var consumer = Subscribe(counter);
        consumer.Send(counter, new Subscribe(new(2), new()));
        consumer.ExpectMsg<Subscribed>();
        var restart = EndReason.Restart(new InvalidOperationException("fell over"));
        consumer.Send(counter, new Cancel(new(1), restart, Phase: CancelPhase.Down));
        consumer.Send(counter, new Cancel(new(2), restart, Phase: CancelPhase.Down));
        consumer.Send(counter, new Subscribe(new(3), new()));
        consumer.ExpectMsg<Subscribed>();
        consumer.Send(counter, new Request(1, new(3)));
        consumer.Send(counter, new Cancel(new(3), EndReason.Normal));
        counter.Tell(5);

        consumer.Send(counter, new Drain(Timeout.InfiniteTimeSpan));

        Assert.Equal(1, consumer.ExpectMsg<Drained>().Books.Held);
    }

    [Fact]
    public void A_consumer_that_subscribes_again_too_late_keeps_what_it_has()
    {
        var plan = new Numbers.Plan { Options = Numbers.OddAndEven, Limit = 0 };
        var counter = Start(Props.Create(() => new Numbers(plan)));
        var consumer = Subscribe(counter, "odd");
        counter.Tell(5);
        consumer.Send(counter, new Drain(Timeout.InfiniteTimeSpan));

        consumer.Send(counter, new Subscribe(new(2), new() { Partition = "odd" }));

        Assert.Equal(Refusal.Draining, consumer.ExpectMsg<SubscriptionRejected>().Refusal);
        consumer.Send(counter, new Request(1));
        Assert.Equal([5], Receive(consumer, 1));
    }
}
