using Party.Demand.Dispatching;

namespace Party.Simulation.Tests.Stages;

public sealed class PartyStormTests
{
    // PARTY_SEEDS asks for more: a million take three quarters of an hour.
    private static readonly int Seeds =
        int.TryParse(Environment.GetEnvironmentVariable("PARTY_SEEDS"), out var seeds) ? seeds : 200;

    [Fact]
    public void Every_event_is_handled_once_and_in_order_under_every_schedule() =>
        ActorSimulation.Explore(Seeds, simulation =>
        {
            var storm = new PartyStorm(simulation);

            var books = storm.Run();

            Assert.Equal((PartyStorm.Events, PartyStorm.Events), (storm.Handled, books.Handled));
            Assert.True(books.IsClosed);
        });

    [Fact]
    public void Under_crashes_every_event_is_handled_or_discarded_by_cause() =>
        ActorSimulation.Explore(Seeds, simulation =>
        {
            var storm = new PartyStorm(simulation);
            storm.Crash(times: 6);

            var books = storm.Run();

            var lost = books.DiscardedFor(DiscardCause.ConsumerFailed)
                + books.DiscardedFor(DiscardCause.ConsumerRestarted);
            Assert.True(books.IsClosed, $"Expected the books to close, got {books}.");
            Assert.Equal(PartyStorm.Events, books.Received);
            Assert.Equal(books.Received, books.Handled + lost);
            Assert.Equal(storm.Handled, books.Handled);
        });
}
