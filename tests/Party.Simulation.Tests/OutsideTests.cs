using Akka.Actor;
using Party.Actors;

namespace Party.Simulation.Tests;

/// <summary>What waits for a real thread or clock is found and named. Two of these tests wait for 200 ms.</summary>
public sealed class OutsideTests
{
    private static readonly SimulationOptions Soon = new() { StepTimeout = TimeSpan.FromMilliseconds(200) };

    [Fact]
    public void A_handler_that_awaits_what_never_comes_is_named_when_the_run_comes_to_rest()
    {
        var failure = Failure(Awaiting.Props((_, _) => new TaskCompletionSource().Task));

        Assert.Contains(
            "/user/suspect still awaits something in its handler of String", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_is_piped_from_outside_is_named_when_the_run_comes_to_rest()
    {
        var never = new TaskCompletionSource<int>();

        var failure = Failure(Acting.Props((context, _) => never.Task.PipeTo(context.Self)));

        Assert.Contains(
            "by \"/user/suspect handles String from nobody\" in step", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stage_whose_handler_awaits_what_never_comes_is_named()
    {
        using var simulation = new ActorSimulation(1);
        var numbers = simulation.System.ActorOf(Producer.From([1]));
        simulation.System.ActorOf(Props.Create(() => new Stuck(new SubscribeTo(numbers))), "suspect");

        var failure = Assert.Throws<SimulationException>(() => simulation.Run());

        Assert.Contains("a task is piped to [akka://simulation/user/suspect", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_continuation_from_another_thread_is_named()
    {
        var failure = Failure(Acting.Props((context, _) =>
        {
            var self = context.Self;
            var other = new Thread(() => self.Tell(1));
            other.Start();
            other.Join();
        }));

        Assert.Contains(
            "got something from another thread. It was started by \"/user/suspect handles String from nobody\" in step",
            failure,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_back_between_runs_is_found_by_the_next_run()
    {
        using var simulation = new ActorSimulation(1);
        var outside = new TaskCompletionSource();
        simulation.System.ActorOf(Acting.Props(async (_, _) => await outside.Task), "suspect").Tell("go");
        simulation.Run();

        outside.SetResult();
        var failure = Assert.Throws<SimulationException>(() => simulation.Run());

        Assert.Contains("/user/suspect handles String", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_may_complete_tasks_itself_if_it_says_so()
    {
        using var simulation = new ActorSimulation(1, new() { AllowsOutsideTasks = true });
        List<object> log = [];
        var outside = new TaskCompletionSource();
        var actor = simulation.System.ActorOf(Awaiting.Props(async (_, message) =>
        {
            await outside.Task;
            log.Add(message);
        }));
        actor.Tell("go");
        simulation.Run();
        Assert.Empty(log);

        outside.SetResult();
        simulation.Run();
        Assert.Equal(["go"], log);
    }

    [Fact]
    public void A_handler_that_blocks_is_named_by_the_watchdog()
    {
        using var never = new ManualResetEventSlim();

        var failure = Failure(Acting.Props((_, _) => never.Wait()), Soon);

        Assert.StartsWith(
            "Expected each step to end within 0.2 s of real time, got no end of \"/user/suspect handles String from nobody\"",
            failure,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_handler_that_blocks_on_an_ask_is_named_by_the_watchdog()
    {
        var failure = Failure(Acting.Props((context, message) =>
        {
            if (message is string)
            {
                context.Self.Ask<int>(1).Wait();
            }
        }), Soon);

        Assert.Contains("\"/user/suspect handles String from nobody\"", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_simulation_cannot_be_run_from_inside()
    {
        using var simulation = new ActorSimulation(1);
        Exception? seen = null;
        simulation.System.ActorOf(Acting.Props((_, _) => seen = Record.Exception(() => simulation.Run()))).Tell("go");

        simulation.Run();

        Assert.StartsWith("Cannot wait inside a simulated step", seen?.Message, StringComparison.Ordinal);
    }

    private static string Failure(Props suspect, SimulationOptions? options = null)
    {
        var failure = ActorSimulation.Find(
            1,
            simulation =>
            {
                simulation.System.ActorOf(suspect, "suspect").Tell("go");
                simulation.Run();
            },
            options);
        return failure?.Message ?? "";
    }

    private sealed class Stuck(SubscribeTo to) : AsyncConsumer<int>(to)
    {
        protected override ValueTask HandleEventsAsync(
            IReadOnlyList<int> events, CancellationToken cancellationToken) => new(new TaskCompletionSource().Task);
    }
}
