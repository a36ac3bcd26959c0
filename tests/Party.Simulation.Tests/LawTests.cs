using Akka.Actor;

namespace Party.Simulation.Tests;

public sealed class LawTests
{
    [Fact]
    public void A_broken_law_ends_the_run_and_shows_seed_and_steps()
    {
        var failure = ActorSimulation.Find(100, CountToThree);

        Assert.NotNull(failure);
        Assert.StartsWith(
            $"""
            Expected the law "at most two" to hold after every step, got: 3 counted
            Seed {failure.Seed}: ActorSimulation.Replay({failure.Seed}, scenario) runs it again. The last steps:
            """,
            failure.Message,
            StringComparison.Ordinal);
        Assert.EndsWith("/user/counter handles String from nobody", failure.LastSteps[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_seed_of_a_failure_fails_again_in_the_same_way()
    {
        var failure = ActorSimulation.Find(100, CountToThree);

        var again = Assert.Throws<SimulationException>(() => ActorSimulation.Replay(failure?.Seed ?? 0, CountToThree));

        Assert.Equal(failure?.Message, again.Message);
    }

    [Fact]
    public void A_failed_assertion_of_the_scenario_is_a_failure_with_a_seed()
    {
        var failure = Assert.Throws<SimulationException>(
            () => ActorSimulation.Explore(1, _ => Assert.Fail("not what I meant"), firstSeed: 7));

        Assert.Equal(7, failure.Seed);
        Assert.Contains("not what I meant", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_that_throws_is_broken()
    {
        using var simulation = new ActorSimulation(1);
        simulation.Law("cannot be told", bool () => throw new InvalidOperationException("no idea"));
        simulation.System.ActorOf(Recorder.Props([]));

        var failure = Assert.Throws<SimulationException>(() => simulation.Run());

        Assert.StartsWith(
            "Expected the law \"cannot be told\" to hold after every step, got System.InvalidOperationException: no idea",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_goes_round_in_circles_ends_at_the_step_limit()
    {
        using var simulation = new ActorSimulation(1, new() { MaxSteps = 100 });
        simulation.System.ActorOf(Acting.Props((context, message) => context.Self.Tell(message))).Tell("again");

        var failure = Assert.Throws<SimulationException>(() => simulation.Run());

        Assert.StartsWith(
            "Expected the simulation to end within 100 steps, got as many.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_outside_of_actors_fails_the_run()
    {
        using var simulation = new ActorSimulation(1);
        simulation.Clock.CreateTimer(
            _ => throw new InvalidOperationException("in a timer"), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        var failure = Assert.Throws<SimulationException>(() => simulation.Run());

        Assert.Contains("\"timer\" in step", failure.Message, StringComparison.Ordinal);
        Assert.Equal("in a timer", failure.InnerException?.Message);
    }

    private static void CountToThree(ActorSimulation simulation)
    {
        var count = 0;
        simulation.Law("at most two", () => count > 2 ? $"{count} counted" : null);
        var counter = simulation.System.ActorOf(Acting.Props((_, _) => count++), "counter");
        counter.Tell("one");
        counter.Tell("two");
        counter.Tell("three");
        simulation.Run();
    }
}
