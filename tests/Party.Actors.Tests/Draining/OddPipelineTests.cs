using Akka.Actor;
using Party.Actors.Protocol;
using Party.Actors.Tests.Producing;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Tests.Draining;

/// <summary>Pipelines with something wrong in them, and drains that do not run their course.</summary>
public sealed class OddPipelineTests : StageTest
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    [Theory]
    [InlineData(-2)]
    [InlineData(-10_000_000)]
    [InlineData(long.MaxValue)]
    public async Task A_deadline_that_is_none_begins_no_drain(long ticks)
    {
        var pipeline = new Pipeline(Sys, Start(Counter()));

        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => pipeline.DrainAsync(TimeSpan.FromTicks(ticks)));
        Assert.StartsWith(
            "Expected a deadline of 0 to 49 days, or Timeout.InfiniteTimeSpan, got ", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => pipeline.DrainOnShutdown(TimeSpan.FromTicks(ticks)));

        Assert.True((await Drain(pipeline)).IsComplete);
    }

    [Fact]
    public async Task A_stage_that_is_given_twice_counts_once()
    {
        var counter = Start(Counter());

        var report = await Drain(new Pipeline(Sys, counter, counter));

        Assert.Equal(DrainOutcome.Drained, Assert.Single(report.Stages).Outcome);
    }

    [Fact]
    public async Task An_actor_that_is_no_stage_is_left_alone_and_the_rest_is_drained()
    {
        var counter = Start(Counter());
        var sink = Start(Consumer.Props<int>(static _ => { }, new SubscribeTo(counter)));

        var report = await Drain(new Pipeline(Sys, TestActor, counter, sink));

        Assert.Equal(
            [DrainOutcome.NoStage, DrainOutcome.Drained, DrainOutcome.Drained],
            report.Stages.Select(static stage => stage.Outcome));
        Assert.Equal((false, true), (report.IsComplete, report.IsClosed));
        Assert.Equal($"{TestActor.Path.ToStringWithoutAddress()}: no stage", report.Stages[0].ToString());
        Assert.NotNull((await TestActor.Ask<ActorIdentity>(new Identify(1), Patience)).Subject);
    }

    [Fact]
    public async Task A_stage_that_failed_and_was_stopped_is_gone()
    {
        var counter = Start(Counter());
        var sink = Start(Props.Create(() => new Hanging(null, null, new SubscribeTo(counter))), Directive.Stop);
        Watch(sink);
        ExpectTerminated(sink);

        var report = await Drain(new Pipeline(Sys, sink));

        Assert.Equal(DrainOutcome.Gone, Assert.Single(report.Stages).Outcome);
    }

    [Fact]
    public async Task A_token_that_was_cancelled_before_begins_no_drain()
    {
        var counter = Start(Counter());
        var pipeline = new Pipeline(Sys, counter);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pipeline.DrainAsync(Long, new(canceled: true)));

        var sink = Subscribe(counter);
        sink.Send(counter, new Request(3));
        Assert.Equal([0, 1, 2], Receive(sink, 3));
    }

    [Fact]
    public async Task A_token_that_is_cancelled_ends_the_waiting_and_not_the_drain()
    {
        using var release = new ManualResetEventSlim();
        using var enough = new CancellationTokenSource();
        var (counter, sink) = await StartHanging(release);
        var pipeline = new Pipeline(Sys, counter, sink);

        var waiting = pipeline.DrainAsync(Long, enough.Token);
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Patience));
        release.Set();

        Assert.True((await Drain(pipeline)).IsComplete);
    }

    [Fact]
    public async Task A_handler_that_never_returns_keeps_only_its_own_events()
    {
        using var release = new ManualResetEventSlim();
        var (counter, hanging) = await StartHanging(release);
        Action idle = static () => { };
        var sink = Start(Props.Create(() => new Hanging(idle, TestActor, new SubscribeTo(counter, Two))));
        var pipeline = new Pipeline(Sys, counter, hanging, sink);

        var draining = pipeline.DrainAsync(Long);
        ExpectMsg("it is over");
        ExpectNothingMore(CreateTestProbe(), sink);
        var abandoned = await pipeline.AbandonAsync().WaitAsync(Patience);
        release.Set();

        var path = hanging.Path.ToStringWithoutAddress();
        var books = abandoned.Stages[0].Books!;
        Assert.Equal(
            [DrainOutcome.Abandoned, DrainOutcome.Silent, DrainOutcome.Drained],
            abandoned.Stages.Select(static stage => stage.Outcome));
        Assert.Equal([new AbandonedEvents(path, "0", 2)], abandoned.Stages[0].Abandoned);
        Assert.Equal(books.Received, books.Handled + books.DiscardedFor(DiscardCause.Abandoned));
        Assert.Same(abandoned, await draining.WaitAsync(Patience));
    }

    [Fact]
    public async Task The_producers_of_a_stage_at_work_are_drained_meanwhile()
    {
        using var release = new ManualResetEventSlim();
        var test = TestActor;
        var source = Props.Create(() => new Ones(test));
        var (producer, hanging) = await StartHanging(release, source);

        var draining = new Pipeline(Sys, producer, hanging).DrainAsync(Long);
        ExpectMsg("it drains");
        release.Set();

        Assert.True((await draining.WaitAsync(Patience)).IsComplete);
    }

    [Fact]
    public async Task Whoever_gives_up_before_a_drain_has_begun_drains_at_once()
    {
        using var release = new ManualResetEventSlim();
        var (counter, sink) = await StartHanging(release);
        var pipeline = new Pipeline(Sys, counter, sink);

        var report = await pipeline.AbandonAsync().WaitAsync(Patience);
        release.Set();

        Assert.Equal(2, report.Stages[0].Books!.DiscardedFor(DiscardCause.Abandoned));
        Assert.Same(report, await pipeline.AbandonAsync().WaitAsync(Patience));
        Assert.Same(report, await Drain(pipeline));
    }

    [Fact]
    public async Task A_drain_that_was_stopped_answers_whoever_asks_too_late()
    {
        var stage = CreateTestProbe();
        var pipeline = new Pipeline(Sys, stage.Ref);
        var draining = pipeline.DrainAsync(Timeout.InfiniteTimeSpan);
        stage.ExpectMsg<PrepareToDrain>();

        Watch(stage.LastSender);
        Sys.Stop(stage.LastSender);
        ExpectTerminated(stage.LastSender);

        var report = await pipeline.DrainAsync(Timeout.InfiniteTimeSpan).WaitAsync(Patience);
        Assert.Same(report, await draining.WaitAsync(Patience));
        Assert.Equal(stage.Ref.Path.ToStringWithoutAddress(), Assert.Single(report.Stages).Stage);
    }

    [Fact]
    public async Task The_end_of_the_actor_system_ends_a_drain()
    {
        using var release = new ManualResetEventSlim();
        var (counter, sink) = await StartHanging(release);
        var pipeline = new Pipeline(Sys, counter, sink);

        var draining = pipeline.DrainAsync(Timeout.InfiniteTimeSpan);
        var ending = Sys.Terminate();
        var report = await draining.WaitAsync(Patience);
        release.Set();
        await ending.WaitAsync(Patience);

        Assert.Equal(DrainOutcome.Gone, report.Stages[1].Outcome);
        Assert.Equal(2, (await Drain(new Pipeline(Sys, counter, sink))).Stages.Count(
            static stage => stage.Outcome == DrainOutcome.Gone));
        Assert.Equal(2, (await pipeline.AbandonAsync().WaitAsync(Patience)).Stages.Count);
    }

    private static SubscriptionOptions Two { get; } = new() { MaxDemand = 2, MinDemand = 0 };

    private static Props Counter() => Props.Create(() => new Numbers(new Numbers.Plan()));

    private static Task<DrainReport> Drain(Pipeline pipeline) => pipeline.DrainAsync(Long).WaitAsync(Patience);

    // It is at work when this returns, and what it was sent is all that it asked for.
    private async Task<(IActorRef Counter, IActorRef Sink)> StartHanging(
        ManualResetEventSlim release, Props? source = null)
    {
        using var atWork = new SemaphoreSlim(0);
        var counter = Start(source ?? Counter());
        Action hang = () => Hang(atWork, release);
        var sink = Start(Props.Create(() => new Hanging(hang, null, new SubscribeTo(counter, Two))));
        Assert.True(await atWork.WaitAsync(Patience));
        return (counter, sink);
    }

    private static void Hang(SemaphoreSlim atWork, ManualResetEventSlim release)
    {
        if (!release.IsSet)
        {
            atWork.Release();
            release.Wait();
        }
    }

    private sealed class Hanging(Action? hang, IActorRef? heard, params SubscribeTo[] to) : Consumer<int>(to)
    {
        protected override void HandleEvents(ReadOnlySpan<int> events)
        {
            if (hang is null)
            {
                throw new InvalidOperationException("fell over");
            }

            hang();
        }

        protected override void OnCancel(ProducerSubscription subscription, Cancellation cancellation) =>
            heard?.Tell("it is over");
    }

    private sealed class Ones(IActorRef heard) : Producer<int>
    {
        protected override void HandleDemand(DemandIncrement demand) =>
            Emit([.. Enumerable.Repeat(1, (int)demand.Total)]);

        protected override void OnDraining() => heard.Tell("it drains");
    }
}
