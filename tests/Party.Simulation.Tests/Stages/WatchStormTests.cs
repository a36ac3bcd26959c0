using Akka.Actor;
using Party.Actors;
using Party.Demand.Partitions;
using Party.Demand.Watching;

namespace Party.Simulation.Tests.Stages;

/// <summary>A stage that is watched, under many schedules.</summary>
public sealed class WatchStormTests
{
    private const int Events = 60;

    // The task Storms of build.cake asks for more.
    private static readonly int Seeds =
        int.TryParse(Environment.GetEnvironmentVariable("PARTY_SEEDS"), out var seeds) ? seeds : 100;

    [Fact]
    public void Every_snapshot_closes_and_the_last_one_comes_at_rest() => ActorSimulation.Explore(Seeds, simulation =>
    {
        var made = 0;
        var options = new ProducerOptions<int>
        {
            SnapshotInterval = TimeSpan.FromMilliseconds(10),
            Dispatcher = new PartitionDispatcherOptions<int> { Partitions = PartitionNames.Numbered(2), ParkLimit = 5 },
        };
        var producer = simulation.System.ActorOf(Producer.Props(
            count => Enumerable.Range(0, Math.Min(count, Events - made)).Select(_ => made++).ToList(), options));
        using var watch = simulation.System.Party().Watch(producer);
        simulation.Law("the books of a snapshot close", () => watch.Latest is null || watch.Latest.Books.IsClosed);
        foreach (var partition in new[] { "0", "1" })
        {
            var to = new SubscribeTo(producer, new() { Partition = partition, MaxDemand = 10 });
            var start = TimeSpan.FromMilliseconds(simulation.Random.Next(50));
            simulation.System.Scheduler.ScheduleTellOnce(
                start, simulation.System.ActorOf(Props.Create(() => new Starter())), to, ActorRefs.NoSender);
        }

        Assert.Equal(SimulationOutcome.Quiescent, simulation.Run());

        var last = watch.Latest!;
        Assert.Equal((Events, Events), (last.Books.Received, last.Books.Handled + last.Books.InFlight));
        Assert.Equal((IdleKind.Events, 0), (last.Idle.Kind, last.Rate));
    });

    private sealed class Starter : ReceiveActor
    {
        public Starter() => Receive<SubscribeTo>(to => Context.ActorOf(Consumer.Props<int>(static _ => { }, to)));
    }
}
