using Akka.Actor;
using Party.Demand.Ledgers;
using Party.Demand.Subscriptions;
using Party.Demo.Output;
using Party.Demo.Settings;
using Party.Demo.Stages;
using Party.Demo.Words;
using Party.Simulation;

namespace Party.Demo.Tests.Simulated;

/// <summary>Small parties under many schedules: words that end before all consumers have come.</summary>
public sealed class ScheduleTests
{
    private const int Words = 20;

    [Fact]
    public void Every_word_reaches_its_consumer_under_every_schedule() =>
        ActorSimulation.Explore(300, simulation =>
        {
            var books = Run(simulation, settings => new(settings, new SilentOutput(), simulation.Clock)
            {
                Feed = new RandomWords(simulation.Seed, Words),
            });

            Assert.Equal((Words, Words), (books.Received, books.Handled));
        });

    [Fact]
    public void Every_addressed_word_reaches_its_consumer_under_every_schedule() =>
        ActorSimulation.Explore(300, simulation =>
        {
            var books = Run(simulation, settings => new(settings, new SilentOutput(), simulation.Clock)
            {
                Addressed = new AddressedWords(
                    settings.Letters, settings.Partitions.Length, simulation.Seed, Words),
            });

            Assert.Equal((Words, Words), (books.Received, books.Handled));
        });

    [Fact]
    public void No_word_is_lost_at_least_once_whoever_fails_under_every_schedule() =>
        ActorSimulation.Explore(300, simulation =>
        {
            var books = Run(simulation, settings => new(
                settings with { Delivery = DeliveryMode.AtLeastOnce, MaxDemand = 4, MinDemand = 2 },
                new SilentOutput(),
                simulation.Clock)
            {
                Feed = new RandomWords(simulation.Seed, Words),
                Faults = new(every: 6),
            });

            Assert.Equal((Words, Words, true), (books.Received, books.Handled, books.Redelivered > 0));
        });

    private static ProducerBooks Run(ActorSimulation simulation, Func<PartySettings, PartyRun> newRun)
    {
        var settings = PartySettingsReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "party.conf"));
        var run = newRun(settings);
        simulation.System.ActorOf(Props.Create(() => new PartySupervisor(run)), "supervisor");
        Assert.True(simulation.RunUntil(() => run.Ended.IsCompleted));
        return run.Ended.GetAwaiter().GetResult().Books;
    }
}
