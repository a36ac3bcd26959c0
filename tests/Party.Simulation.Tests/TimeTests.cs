using Akka.Actor;

namespace Party.Simulation.Tests;

public sealed class TimeTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Time_jumps_to_the_next_timer_when_nothing_is_runnable()
    {
        using var simulation = new ActorSimulation(1);
        List<object> log = [];
        var actor = simulation.System.ActorOf(Recorder.Props(log));
        simulation.System.Scheduler.ScheduleTellOnce(30 * Minute, actor, "later", ActorRefs.NoSender);

        Assert.Equal(SimulationOutcome.Quiescent, simulation.Run());
        Assert.Equal(["later"], log);
        Assert.Equal(30 * Minute, simulation.Elapsed);
    }

    [Fact]
    public void A_run_ends_at_its_deadline_with_work_left()
    {
        using var simulation = new ActorSimulation(1);
        List<object> log = [];
        var actor = simulation.System.ActorOf(Recorder.Props(log));
        simulation.System.Scheduler.ScheduleTellRepeatedly(Minute, Minute, actor, "tick", ActorRefs.NoSender);

        Assert.Equal(SimulationOutcome.DeadlineReached, simulation.Run(3.5 * Minute));
        Assert.Equal(["tick", "tick", "tick"], log);
        Assert.Equal(3.5 * Minute, simulation.Elapsed);
    }

    [Fact]
    public void A_run_until_a_condition_ends_in_the_step_that_made_it_true()
    {
        using var simulation = new ActorSimulation(1);
        List<object> log = [];
        var actor = simulation.System.ActorOf(Recorder.Props(log));
        simulation.System.Scheduler.ScheduleTellRepeatedly(Minute, Minute, actor, "tick", ActorRefs.NoSender);

        Assert.True(simulation.RunUntil(() => log.Count == 2));
        Assert.Equal(2 * Minute, simulation.Elapsed);
        Assert.False(simulation.RunUntil(() => log.Count == 4, Minute));
        Assert.Equal(3 * Minute, simulation.Elapsed);
    }

    [Fact]
    public void What_is_due_at_one_moment_comes_in_the_order_of_the_seed()
    {
        var orders = Enumerable.Range(1, 20).Select(OrderOfThreeTimers).ToHashSet();

        Assert.Equal(["abc", "acb", "bac", "bca", "cab", "cba"], orders.Order());
    }

    [Fact]
    public void On_a_slow_machine_a_timer_may_come_before_a_message_that_waits()
    {
        var options = new SimulationOptions { LongestWait = Minute };

        Assert.Equal(["message first"], Enumerable.Range(1, 50).Select(seed => First(seed, new())).Distinct());
        Assert.Equal(
            ["message first", "timer first"],
            Enumerable.Range(1, 50).Select(seed => First(seed, options)).Distinct().Order());
        Assert.Equal(
            ["message first"],
            Enumerable.Range(1, 50).Select(seed => First(seed, new() { LongestWait = Minute / 2 })).Distinct());
    }

    [Fact]
    public void An_ask_times_out_in_virtual_time()
    {
        using var simulation = new ActorSimulation(1);
        var silent = simulation.System.ActorOf(Recorder.Props([]));

        var answer = silent.Ask<string>("?", Minute);
        simulation.Run();

        Assert.IsType<AskTimeoutException>(answer.Exception?.InnerException);
        Assert.Equal(Minute, simulation.Elapsed);
    }

    [Fact]
    public void A_receive_timeout_passes_in_virtual_time()
    {
        using var simulation = new ActorSimulation(1);
        List<object> log = [];
        var actor = simulation.System.ActorOf(Acting.Props((context, message) =>
        {
            context.SetReceiveTimeout(message is ReceiveTimeout ? null : Minute);
            log.Add(message);
        }));
        actor.Tell("begin");

        simulation.Run();

        Assert.Equal(["begin", ReceiveTimeout.Instance], log);
        Assert.Equal(Minute, simulation.Elapsed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_delay_by_the_clock_of_the_simulation_passes_in_virtual_time(bool inContext)
    {
        using var simulation = new ActorSimulation(1);
        List<object> log = [];
        var actor = simulation.System.ActorOf(Awaiting.Props(async (_, message) =>
        {
            await Task.Delay(Minute, simulation.Clock).ConfigureAwait(inContext);
            log.Add(message);
        }));
        actor.Tell("a");
        actor.Tell("b");

        simulation.Run();

        Assert.Equal(["a", "b"], log);
        Assert.Equal(2 * Minute, simulation.Elapsed);
    }

    private static string OrderOfThreeTimers(int seed)
    {
        using var simulation = new ActorSimulation(seed);
        List<object> log = [];
        var actor = simulation.System.ActorOf(Recorder.Props(log));
        foreach (var letter in "abc")
        {
            simulation.System.Scheduler.ScheduleTellOnce(Minute, actor, letter, ActorRefs.NoSender);
        }

        simulation.Run();
        return string.Concat(log);
    }

    private static string First(int seed, SimulationOptions options)
    {
        using var simulation = new ActorSimulation(seed, options);
        List<object> log = [];
        var actor = simulation.System.ActorOf(Recorder.Props(log));
        simulation.System.Scheduler.ScheduleTellOnce(Minute, actor, "timer first", ActorRefs.NoSender);
        simulation.System.ActorOf(Repeater.Props(actor, "message first", 1));
        simulation.Run();
        return (string)log[0];
    }
}
