using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demo.Scenarios;

namespace Party.Demo.Tests.Scenarios;

public sealed class ScenarioEndTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task What_was_told_before_the_drain_is_remembered(int times, bool isAbandoned)
    {
        using var system = ActorSystem.Create("end");
        using var end = new ScenarioEnd();
        var heard = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        var pipeline = new Pipeline(system, system.ActorOf(Props.Create(() => new Stage(heard))));

        for (var i = 0; i < times; i++)
        {
            end.Tell();
        }

        Assert.Equal(times > 0, end.Told.IsCancellationRequested);
        end.Drains([pipeline]);
        _ = pipeline.DrainAsync(Long);

        Assert.Equal(isAbandoned, await heard.Task.WaitAsync(Patience) == TimeSpan.Zero);
        await system.Terminate();
    }

    [Fact]
    public async Task Told_twice_while_it_drains_it_abandons()
    {
        using var system = ActorSystem.Create("end");
        using var end = new ScenarioEnd();
        var heard = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        var pipeline = new Pipeline(system, system.ActorOf(Props.Create(() => new Stage(heard))));
        end.Tell();
        end.Drains([pipeline]);

        var draining = pipeline.DrainAsync(Long);
        Assert.NotEqual(TimeSpan.Zero, await heard.Task.WaitAsync(Patience));
        end.Tell();

        Assert.Equal(DrainOutcome.Abandoned, (await draining.WaitAsync(Patience)).Stages[0].Outcome);
        await system.Terminate();
    }

    // It is done only when its time is up.
    private sealed class Stage : ReceiveActor
    {
        public Stage(TaskCompletionSource<TimeSpan> heard)
        {
            Receive<PrepareToDrain>(_ => Sender.Tell(new ReadyToDrain([])));
            Receive<Drain>(drain =>
            {
                heard.TrySetResult(drain.Deadline);
                if (drain.Deadline == TimeSpan.Zero)
                {
                    Sender.Tell(new ConsumerDrained(0) { IsLate = true });
                }
            });
        }
    }
}
