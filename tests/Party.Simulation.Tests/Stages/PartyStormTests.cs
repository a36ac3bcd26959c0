using Party.Demand.Dispatching;

namespace Party.Simulation.Tests.Stages;

public sealed class PartyStormTests
{
    // The task Storms of build.cake asks for more.
    private static readonly int Seeds =
        int.TryParse(Environment.GetEnvironmentVariable("PARTY_SEEDS"), out var seeds) ? seeds : 100;

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
    public void Slow_links_change_nothing_but_the_time() =>
        ActorSimulation.Explore(Seeds, simulation =>
        {
            var storm = new PartyStorm(simulation);
            storm.Delay(TimeSpan.FromMilliseconds(50));

            var books = storm.Run();

            Assert.Equal((PartyStorm.Events, PartyStorm.Events), (storm.Handled, books.Handled));
        });

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    public void Under_crashes_every_event_is_handled_or_discarded_by_cause(int delay) =>
        ActorSimulation.Explore(Seeds, simulation =>
        {
            var storm = new PartyStorm(simulation);
            storm.Crash(times: 6);
            if (delay > 0)
            {
                storm.Delay(TimeSpan.FromMilliseconds(delay));
            }

            var books = storm.Run();

            var lost = books.DiscardedFor(DiscardCause.ConsumerFailed)
                + books.DiscardedFor(DiscardCause.ConsumerRestarted);
            Assert.True(books.IsClosed, $"Expected the books to close, got {books}.");
            Assert.Equal(PartyStorm.Events, books.Received);
            Assert.Equal(books.Received, books.Handled + lost);
            Assert.Equal(storm.Handled, books.Handled);
        }, new() { LongestWait = TimeSpan.FromMilliseconds(delay) });
}
