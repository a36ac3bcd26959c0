using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Simulation.Tests.Stages;

public sealed class ChildStormTests
{
    // The task Storms of build.cake asks for more.
    private static readonly int Seeds =
        int.TryParse(Environment.GetEnvironmentVariable("PARTY_SEEDS"), out var seeds) ? seeds : 100;

    [Fact]
    public void Every_event_has_its_child_and_is_handled_under_every_schedule() =>
        ActorSimulation.Explore(Seeds, simulation =>
        {
            var storm = new ChildStorm(simulation);

            var books = storm.Run();

            Assert.Equal((ChildStorm.Events, 0), (storm.Given, storm.Alive));
            Assert.Equal((ChildStorm.Events, 0), (books.Handled, books.InFlight));
            Assert.Empty(books.Discarded);
        });

    [Fact]
    public void A_shutdown_leaves_no_child_and_every_event_in_the_books() =>
        ActorSimulation.Explore(Seeds, simulation =>
        {
            var storm = new ChildStorm(simulation);
            var delay = TimeSpan.FromMilliseconds(simulation.Random.Next(200));
            simulation.System.Scheduler.ScheduleTellOnce(
                delay, storm.Supervisor, new ShutDown(), ActorRefs.NoSender);

            var books = storm.Run();

            Assert.Equal(0, storm.Alive);
            Assert.True(books.IsClosed, $"Expected the books to close, got {books}.");
            Assert.Equal(0, books.InFlight);
            Assert.InRange(books.Handled, 0, storm.Given);
        });
}
