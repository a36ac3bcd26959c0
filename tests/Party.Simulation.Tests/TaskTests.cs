using Akka.Actor;

namespace Party.Simulation.Tests;

/// <summary>Everything that the runtime completes is completed inside, in an order that the seed chooses.</summary>
public sealed class TaskTests
{
    [Fact]
    public void A_handler_that_awaits_an_ask_goes_on_inside() => ActorSimulation.Explore(50, simulation =>
    {
        List<object> log = [];
        var echo = simulation.System.ActorOf(Acting.Props((context, message) => context.Sender.Tell(message)));
        var actor = simulation.System.ActorOf(Awaiting.Props(async (context, message) =>
        {
            log.Add(await echo.Ask<object>(message).ConfigureAwait(message is "a"));
        }));
        actor.Tell("a");
        actor.Tell("b");

        simulation.Run();

        Assert.Equal(["a", "b"], log);
    });

    [Fact]
    public void A_piped_ask_comes_back_inside() => ActorSimulation.Explore(50, simulation =>
    {
        List<object> log = [];
        var echo = simulation.System.ActorOf(Acting.Props((context, message) => context.Sender.Tell(message)));
        simulation.System.ActorOf(Acting.Props((context, message) =>
        {
            log.Add(message);
            if (message is "go")
            {
                echo.Ask<object>("answer").PipeTo(context.Self);
            }
        })).Tell("go");

        simulation.Run();

        Assert.Equal(["go", "answer"], log);
    });

    [Fact]
    public async Task A_graceful_stop_completes_inside()
    {
        using var simulation = new ActorSimulation(1);
        var actor = simulation.System.ActorOf(Recorder.Props([]));

        var stopped = actor.GracefulStop(TimeSpan.FromSeconds(3));
        simulation.Run();

        Assert.True(stopped.IsCompletedSuccessfully);
        Assert.True(await stopped);
    }

    [Fact]
    public void Termination_and_a_coordinated_shutdown_complete_inside()
    {
        using var simulation = new ActorSimulation(1);
        List<string> log = [];
        var shutdown = CoordinatedShutdown.Get(simulation.System);
        shutdown.AddTask(CoordinatedShutdown.PhaseServiceStop, "stop", async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2), simulation.Clock).ConfigureAwait(false);
            log.Add("stopped");
            return Akka.Done.Instance;
        });
        simulation.System.RegisterOnTermination(() => log.Add("terminated"));

        var end = shutdown.Run(CoordinatedShutdown.UnknownReason.Instance);
        simulation.Run();

        Assert.True(end.IsCompletedSuccessfully);
        Assert.True(simulation.System.WhenTerminated.IsCompleted);
        Assert.Equal(["stopped", "terminated"], log);
    }

    [Fact]
    public void Disposing_of_a_simulation_stops_its_actors()
    {
        List<string> log = [];
        using (var simulation = new ActorSimulation(1))
        {
            simulation.System.ActorOf(Props.Create(() => new Farewell(log)));
        }

        Assert.Equal(["goodbye"], log);
    }

    private sealed class Farewell(List<string> log) : UntypedActor
    {
        protected override void PostStop() => log.Add("goodbye");

        protected override void OnReceive(object message) => Unhandled(message);
    }
}
