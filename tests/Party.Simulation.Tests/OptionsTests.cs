namespace Party.Simulation.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        Assert.Equal("Deadline", Refused(() => new() { Deadline = TimeSpan.Zero }));
        Assert.Equal("StepTimeout", Refused(() => new() { StepTimeout = -TimeSpan.FromSeconds(1) }));
        Assert.Equal("LongestWait", Refused(() => new() { LongestWait = TimeSpan.FromTicks(-1) }));
        Assert.Equal("MaxSteps", Refused(() => new() { MaxSteps = 0 }));
        Assert.Equal("LastSteps", Refused(() => new() { LastSteps = 0 }));
    }

    [Fact]
    public void A_run_is_refused_a_negative_time()
    {
        using var simulation = new ActorSimulation(1);

        Assert.Throws<ArgumentOutOfRangeException>(() => simulation.Run(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => simulation.RunUntil(() => true, TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ActorSimulation.Explore(0, _ => { }));
    }

    private static string? Refused(Func<SimulationOptions> options) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => options()).ParamName;
}
