using Akka.Actor;
using Akka.TestKit;
using Party.Actors.Protocol;

namespace Party.Actors.Tests.Draining;

/// <summary>Who is drained when, in pipelines whose stages the test itself plays.</summary>
public sealed class DrainOrderTests : StageTest
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 2, 0)]
    public async Task A_stage_is_drained_after_all_that_feed_it(int first, int second, int third)
    {
        var stages = Play([], [], [], [0, 1, 2, 1]);
        var draining = Drain(stages);
        var drain = ExpectDrain(stages[..3]);

        End(drain, stages[first], stages[second]);
        ExpectNoDrain(drain, stages);
        End(drain, stages[third]);
        ExpectDrain(stages[3]);
        End(drain, stages[3]);

        Assert.True((await draining.WaitAsync(Patience)).IsComplete);
    }

    [Fact]
    public async Task Each_stage_is_told_to_drain_once()
    {
        var stages = Play([[], .. Enumerable.Repeat<int[]>([0], 50)]);
        var draining = Drain(stages);
        var drain = ExpectDrain(stages[0]);
        End(drain, stages[0]);
        ExpectDrain(stages[1..]);

        foreach (var stage in stages[1..^1])
        {
            End(drain, stage);
        }

        ExpectNoDrain(drain, stages);
        End(drain, stages[^1]);

        Assert.True((await draining.WaitAsync(Patience)).IsComplete);
    }

    [Fact]
    public async Task Stages_in_a_circle_are_drained_together_when_nobody_else_is_left()
    {
        var stages = Play([], [0, 2], [1], [3]);
        var draining = Drain(stages);
        var drain = ExpectDrain(stages[0]);
        ExpectNoDrain(drain, stages);

        End(drain, stages[0]);
        ExpectDrain(stages[1..]);
        End(drain, stages[1..]);

        Assert.True((await draining.WaitAsync(Patience)).IsComplete);
    }

    [Fact]
    public async Task A_stage_that_stops_keeps_nobody_waiting()
    {
        var stages = Play([], [0], [1], [1]);
        var draining = Drain(stages);
        var drain = ExpectDrain(stages[0]);

        Stop(stages[1]);
        ExpectDrain(stages[2..]);
        End(drain, stages[3], stages[2]);
        Stop(stages[0]);

        Assert.Equal(
            [DrainOutcome.Gone, DrainOutcome.Gone, DrainOutcome.Drained, DrainOutcome.Drained],
            (await draining.WaitAsync(Patience)).Stages.Select(static stage => stage.Outcome));
    }

    private Played[] Play(params IEnumerable<int[]> feeders)
    {
        int[][] fedBy = [.. feeders];
        Played[] stages = [.. fedBy.Select(_ => Played.By(CreateTestProbe()))];
        foreach (var (stage, fed) in stages.Zip(fedBy))
        {
            var ready = new ReadyToDrain([.. fed.Select(one => stages[one].Ref)]);
            stage.Ref.Tell(ready);
        }

        return stages;
    }

    private Task<DrainReport> Drain(Played[] stages) =>
        new Pipeline(Sys, stages.Select(static stage => stage.Ref)).DrainAsync(Long);

    private static IActorRef ExpectDrain(params Played[] stages)
    {
        foreach (var stage in stages)
        {
            stage.Heard.ExpectMsg<Drain>();
        }

        return stages[0].Heard.LastSender;
    }

    private static void End(IActorRef drain, params Played[] stages)
    {
        foreach (var stage in stages)
        {
            drain.Tell(new ConsumerDrained(0), stage.Ref);
        }
    }

    // Whatever it was told lies before this: at the drain, at the stages, and at those that hear of it.
    private void ExpectNoDrain(IActorRef drain, params Played[] stages)
    {
        ExpectNothingMore(CreateTestProbe(), drain);
        foreach (var stage in stages)
        {
            ExpectNothingMore(CreateTestProbe(), stage.Ref);
            stage.Heard.ExpectNoMsg(TimeSpan.Zero);
        }
    }

    private void Stop(Played stage)
    {
        Watch(stage.Ref);
        Sys.Stop(stage.Ref);
        ExpectTerminated(stage.Ref);
    }

    private sealed record Played(IActorRef Ref, TestProbe Heard)
    {
        public static Played By(TestProbe heard) =>
            new(heard.Sys.ActorOf(Props.Create(() => new Stage(heard.Ref))), heard);
    }

    private sealed class Stage : ReceiveActor
    {
        private ReadyToDrain _ready = new([]);

        public Stage(IActorRef heard)
        {
            Receive<ReadyToDrain>(ready => _ready = ready);
            Receive<PrepareToDrain>(_ => Sender.Tell(_ready));
            Receive<Drain>(heard.Forward);
        }
    }
}
