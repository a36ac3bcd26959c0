namespace Party.Simulation.Tests.Stages;

public sealed class WaitingStormTests
{
    // The task Storms of build.cake asks for more.
    private static readonly int Seeds =
        int.TryParse(Environment.GetEnvironmentVariable("PARTY_SEEDS"), out var seeds) ? seeds : 100;

    [Fact]
    public void Stages_that_wait_lose_nothing_and_do_one_thing_at_a_time() =>
        ActorSimulation.Explore(Seeds, static simulation =>
        {
            var storm = new WaitingStorm(simulation);

            var report = storm.Run();

            Assert.True(report is { IsComplete: true, IsClosed: true }, report.ToString());
            Assert.Equal(Enumerable.Range(0, 40), storm.Handled.Order());
            Assert.Equal(Enumerable.Range(0, 20), storm.Told);
            Assert.Equal(1, storm.MostAtATime);
        });
}
