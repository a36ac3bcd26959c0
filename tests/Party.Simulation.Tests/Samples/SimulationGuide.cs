using Akka.Actor;

namespace Party.Simulation.Tests.Samples;

/// <summary>What the guide to simulation shows, and proof that it happens as the guide says.</summary>
public sealed class SimulationGuide
{
    [Fact]
    public void The_guide_shows_the_failure_of_its_seed()
    {
        var failure = ActorSimulation.Find(seeds: 1000, Party<HastyProducer>);

        Assert.NotNull(failure);
        Assert.Contains(
            failure.Message.ReplaceLineEndings("\n"), File.ReadAllText(Guide()), StringComparison.Ordinal);
    }

    [Fact]
    public void The_seed_of_the_guide_fails_every_time()
    {
        var failure = Assert.Throws<SimulationException>(() => ActorSimulation.Replay(seed: 2, Party<HastyProducer>));

        Assert.Equal(
            failure.Message,
            Assert.Throws<SimulationException>(() => ActorSimulation.Replay(seed: 2, Party<HastyProducer>)).Message);
    }

    [Fact]
    public void Every_consumer_gets_its_words() =>
        ActorSimulation.Explore(seeds: 1000, Party<PatientProducer>);

    [Fact]
    public void A_slow_dictionary_delays_the_words_and_loses_none() =>
        ActorSimulation.Explore(seeds: 100, simulation =>
        {
            simulation.Faults.Delay("/user/dictionary", "/user/producer", TimeSpan.FromSeconds(30));
            simulation.Faults.Restart("/user/consumer", message: simulation.Random.Next(1, 3));
            simulation.Law("half a minute is enough", () => simulation.Elapsed <= TimeSpan.FromSeconds(30));

            var received = Start<PatientProducer>(simulation);
            simulation.Run();

            Assert.True(received.Count >= 3, $"Expected three words or more, got {received.Count}.");
        });

    private static void Party<TProducer>(ActorSimulation simulation)
        where TProducer : ActorBase
    {
        var received = Start<TProducer>(simulation);

        simulation.Run();

        Assert.True(received.Count == 3, $"Expected three words, got {received.Count}.");
    }

    private static List<string> Start<TProducer>(ActorSimulation simulation)
        where TProducer : ActorBase
    {
        var received = new List<string>();
        var dictionary = simulation.System.ActorOf(Props.Create<WordList>(), "dictionary");
        var producer = simulation.System.ActorOf(Props.Create<TProducer>(dictionary), "producer");
        simulation.System.ActorOf(Props.Create<WordConsumer>(producer, received), "consumer");
        return received;
    }

    private static string Guide()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Party.Actors.sln")))
        {
            folder = folder.Parent ?? throw new FileNotFoundException("Expected Party.Actors.sln above the tests.");
        }

        return Path.Combine(folder.FullName, "docs", "guides", "simulation.md");
    }
}
