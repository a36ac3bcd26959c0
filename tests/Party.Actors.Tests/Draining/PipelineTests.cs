using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Draining;

public sealed class PipelineTests : StageTest
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);
    private static readonly SubscriptionOptions Small = new() { MaxDemand = 4, MinDemand = 0 };

    public PipelineTests()
        : base("akka.scheduler.implementation = \"Akka.TestKit.TestScheduler, Akka.TestKit\"")
    {
    }

    public static TheoryData<DeliveryMode> Modes { get; } = [DeliveryMode.AtMostOnce, DeliveryMode.AtLeastOnce];

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Every_event_that_was_made_is_handled_and_the_stages_stop(DeliveryMode delivery)
    {
        var options = Small with { Delivery = delivery };
        var handled = new List<int>();
        var progress = CreateTestProbe();
        var counter = Watched(Props.Create(() => new Numbers(new Numbers.Plan())));
        var middle = Watched(ProducerConsumer.Props<int, int>(x => [x], new SubscribeTo(counter, options)));
        var sink = Watched(Consumer.Props<int>(
            batch =>
            {
                handled.AddRange(batch);
                progress.Ref.Tell(batch.Length);
            },
            new SubscribeTo(middle, options)));
        progress.ExpectMsg<int>();
        progress.ExpectMsg<int>();

        var report = await new Pipeline(Sys, sink, counter, middle).DrainAsync(Deadline).WaitAsync(Patience);

        Assert.True(report is { IsComplete: true, IsClosed: true }, report.ToString());
        var made = report.Stages[1].Books!;
        Assert.Equal((made.Received, made.Received), (made.Handled, report.Stages[2].Books!.Handled));
        Assert.Equal(Enumerable.Range(0, (int)made.Received), handled);
        ExpectGone(counter, middle, sink);
    }

    [Fact]
    public async Task What_is_on_its_way_past_the_deadline_is_named()
    {
        var counter = Watched(Props.Create(() => new Numbers(new Numbers.Plan())));
        var consumer = Subscribe(counter);
        consumer.Send(counter, new Request(5));
        consumer.ExpectMsg<Events<int>>();
        consumer.Send(counter, new Confirm(new(1), 2));

        var draining = new Pipeline(Sys, counter).DrainAsync(Deadline);
        consumer.ExpectMsg<Cancelled>();
        Scheduler.Advance(Deadline);
        var report = await draining.WaitAsync(Patience);

        var stage = Assert.Single(report.Stages);
        Assert.Equal(DrainOutcome.Abandoned, stage.Outcome);
        var path = consumer.Ref.Path.ToStringWithoutAddress();
        Assert.Equal([new AbandonedEvents(path, "0", 3)], stage.Abandoned);
        Assert.True(report.IsClosed);
        Assert.False(report.IsComplete);
        Assert.Contains($"3 abandoned on the way to {path} (0)", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deadline_of_zero_abandons_at_once()
    {
        var counter = Watched(Props.Create(() => new Numbers(new Numbers.Plan())));
        var consumer = Subscribe(counter);
        consumer.Send(counter, new Request(5));
        consumer.ExpectMsg<Events<int>>();

        var draining = new Pipeline(Sys, counter).DrainAsync(TimeSpan.Zero);
        consumer.ExpectMsg<Cancelled>();
        Scheduler.Advance(TimeSpan.FromMilliseconds(1));
        var books = (await draining.WaitAsync(Patience)).Stages[0].Books!;

        Assert.Equal(5, books.DiscardedFor(DiscardCause.Abandoned));
    }

    [Fact]
    public async Task A_stage_that_does_not_answer_is_not_waited_for()
    {
        using var release = new ManualResetEventSlim();
        var stuck = Sys.ActorOf(Props.Create(() => new Stuck(release)));
        stuck.Tell("get stuck");

        var draining = new Pipeline(Sys, stuck).DrainAsync(Deadline);
        var report = await Late(draining);
        release.Set();

        Assert.Equal(DrainOutcome.Silent, Assert.Single(report.Stages).Outcome);
        Assert.False(report.IsClosed);
    }

    [Fact]
    public async Task A_stage_that_has_stopped_is_gone_and_the_rest_is_drained()
    {
        var counter = Watched(Props.Create(() => new Numbers(new Numbers.Plan())));
        var sink = Watched(Consumer.Props<int>(
            static _ => { }, new SubscribeTo(counter, new() { Cancel = CancelMode.Temporary })));
        Sys.Stop(counter);
        ExpectGone(counter);

        var report = await new Pipeline(Sys, counter, sink).DrainAsync(Deadline).WaitAsync(Patience);

        Assert.Equal([DrainOutcome.Gone, DrainOutcome.Drained], report.Stages.Select(stage => stage.Outcome));
        Assert.False(report.IsClosed);
    }

    [Fact]
    public async Task Whoever_drains_again_gets_the_same_report()
    {
        var pipeline = new Pipeline(Sys, Watched(Props.Create(() => new Numbers(new Numbers.Plan()))));

        var first = await pipeline.DrainAsync(Deadline).WaitAsync(Patience);
        var second = await pipeline.DrainAsync(TimeSpan.Zero).WaitAsync(Patience);

        Assert.Equal(first, second);
        Assert.True(second.IsComplete);
    }

    [Fact]
    public async Task A_stage_emits_what_it_held_back_when_nothing_more_comes()
    {
        var handled = new List<int>();
        var options = new SubscriptionOptions { MaxDemand = 10, MinDemand = 0, Delivery = DeliveryMode.AtLeastOnce };
        var counter = Watched(Props.Create(() => new Numbers(new Numbers.Plan { Limit = 7 })));
        var middle = Watched(Props.Create(() => new Batcher(TestActor, new SubscribeTo(counter, options))));
        var sink = Watched(Consumer.Props<int>(batch => handled.AddRange(batch), new SubscribeTo(middle, options)));
        Assert.Equal(7, ExpectMsg<int>());

        var report = await new Pipeline(Sys, counter, middle, sink).DrainAsync(Deadline).WaitAsync(Patience);

        Assert.True(report.IsComplete, report.ToString());
        Assert.Equal(Enumerable.Range(0, 7), handled);
        Assert.Equal(7, report.Stages[0].Books!.Handled);
    }

    [Fact]
    public async Task The_end_of_the_actor_system_waits_for_it()
    {
        var reports = new List<DrainReport>();
        var pipeline = new Pipeline(Sys, Watched(Props.Create(() => new Numbers(new Numbers.Plan()))));
        pipeline.DrainOnShutdown(Deadline, reports.Add);

        await CoordinatedShutdown.Get(Sys).Run(CoordinatedShutdown.ActorSystemTerminateReason.Instance)
            .WaitAsync(Patience);

        Assert.True(Assert.Single(reports).IsComplete);
    }

    [Fact]
    public void A_pipeline_of_nothing_or_nobody_is_refused()
    {
        Assert.StartsWith(
            "Expected the stages of a pipeline, got none.",
            Assert.Throws<ArgumentException>(() => new Pipeline(Sys)).Message,
            StringComparison.Ordinal);
        IActorRef none = null!;
        Assert.All([none, ActorRefs.Nobody], stage => Assert.StartsWith(
            "Expected the stages of a pipeline, got nobody among them.",
            Assert.Throws<ArgumentException>(() => new Pipeline(Sys, TestActor, stage)).Message,
            StringComparison.Ordinal));
    }

    private TestScheduler Scheduler => (TestScheduler)Sys.Scheduler;

    // However far the drain has come when the clock is moved, some time later its time is up.
    private async Task<DrainReport> Late(Task<DrainReport> draining)
    {
        await AwaitConditionAsync(() =>
        {
            Scheduler.Advance(Deadline);
            return Task.FromResult(draining.IsCompleted);
        });
        return await draining;
    }

    private IActorRef Watched(Props props)
    {
        var stage = Start(props);
        Watch(stage);
        return stage;
    }

    private void ExpectGone(params IActorRef[] stages)
    {
        var gone = stages.Select(_ => ExpectMsg<Terminated>().ActorRef).ToHashSet();
        Assert.Equal(stages.ToHashSet(), gone);
    }

    private sealed class Stuck : Producer<int>
    {
        public Stuck(ManualResetEventSlim release) => Receive<string>(_ => release.Wait());

        protected override void HandleDemand(DemandIncrement demand)
        {
        }
    }
}
