using Akka.Actor;
using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Simulation.Tests.Stages;

/// <summary>A producer with three partitions, a consumer for each, and the laws that must always hold.</summary>
internal sealed class PartyStorm
{
    public const int Events = 300;

    private readonly ActorSimulation _simulation;
    private readonly IActorRef _producer;
    private readonly List<int>[] _handled = [[], [], []];
    private int _next;

    public PartyStorm(ActorSimulation simulation)
    {
        _simulation = simulation;
        simulation.Law("events of a partition are handled in order, none twice", () =>
            _handled.Select(OutOfOrder).FirstOrDefault(found => found is not null));
        simulation.Law("a partition gets its own events only", () =>
            Array.TrueForAll(_handled, events => events.TrueForAll(item => _handled[item % 3] == events)));

        var options = new ProducerOptions<int>
        {
            Dispatcher = new PartitionDispatcherOptions<int>
            {
                Partitions = PartitionNames.Numbered(3),
                Selector = PartitionSelector.ByIndex<int>(item => item % 3),
            },
        };
        _producer = simulation.System.ActorOf(Producer.Props(Produce, options), "producer");
        for (var partition = 0; partition < 3; partition++)
        {
            var events = _handled[partition];
            simulation.System.ActorOf(
                Consumer.Props<int>(
                    batch => events.AddRange(batch), new SubscribeTo(_producer, Wish(partition))),
                $"consumer-{partition}");
        }
    }

    public int Handled => _handled.Sum(events => events.Count);

    /// <summary>Lets consumers fail and everyone restart, at messages that the seed chooses.</summary>
    /// <remarks>
    /// The producer is only restarted: a throw would take the place of a message of the protocol, and no code of a user
    /// runs there that could throw.
    /// </remarks>
    public void Crash(int times)
    {
        for (var time = 0; time < times; time++)
        {
            var message = _simulation.Random.Next(1, 30);
            switch (_simulation.Random.Next(7))
            {
                case 6:
                    _simulation.Faults.Restart("/user/producer", message);
                    break;
                case >= 3 and var consumer:
                    _simulation.Faults.Restart($"/user/consumer-{consumer - 3}", message);
                    break;
                case var consumer:
                    _simulation.Faults.Throw($"/user/consumer-{consumer}", message);
                    break;
            }
        }
    }

    /// <summary>Lets what passes between consumers and producer take up to so long, in either direction.</summary>
    public void Delay(TimeSpan longest)
    {
        for (var partition = 0; partition < 3; partition++)
        {
            var consumer = $"/user/consumer-{partition}";
            _simulation.Faults.Delay(consumer, "/user/producer", longest * (_simulation.Random.NextDouble() + 0.001));
            _simulation.Faults.Delay("/user/producer", consumer, longest * (_simulation.Random.NextDouble() + 0.001));
        }
    }

    /// <summary>Runs to rest, drains, and returns the books.</summary>
    public ProducerBooks Run()
    {
        _simulation.Run();
        _simulation.Faults.Clear();
        var drained = _producer.Ask<Drained>(new Drain(TimeSpan.FromMinutes(1)));
        Assert.True(_simulation.RunUntil(() => drained.IsCompleted));
        return drained.GetAwaiter().GetResult().Books;
    }

    private static string? OutOfOrder(List<int> events) => events.Zip(events.Skip(1))
        .Where(pair => pair.Second <= pair.First)
        .Select(pair => $"{pair.Second} after {pair.First}")
        .FirstOrDefault();

    private static SubscriptionOptions Wish(int partition) =>
        new() { Partition = $"{partition}", MaxDemand = 10 + partition };

    private IEnumerable<int> Produce(int count)
    {
        while (count-- > 0 && _next < Events)
        {
            yield return _next++;
        }
    }
}
