namespace Party.Simulation.Tests.Stages;

public sealed class ReturnStormTests
{
    // The task Storms of build.cake asks for more.
    private static readonly int Seeds =
        int.TryParse(Environment.GetEnvironmentVariable("PARTY_SEEDS"), out var seeds) ? seeds : 100;

    [Fact]
    public void A_producer_may_end_a_thousand_times_and_no_consumer_fails() =>
        ActorSimulation.Replay(1, simulation => Check(simulation, ends: 1000), Long);

    [Fact]
    public void Every_event_of_a_producer_that_comes_and_goes_is_handled() =>
        ActorSimulation.Explore(Seeds, simulation => Check(simulation, ends: 20), Long);

    private static SimulationOptions Long => new() { MaxSteps = 10_000_000 };

    private static void Check(ActorSimulation simulation, int ends)
    {
        var storm = new ReturnStorm(simulation, ends);

        Assert.True(storm.Run());

        Assert.Equal(Enumerable.Range(0, ends), storm.Handled.Order());
        Assert.Equal((ends, 0), (storm.Ends, storm.Failures));
    }
}
