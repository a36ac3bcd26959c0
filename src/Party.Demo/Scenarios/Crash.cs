using Akka.Actor;
using Party.Actors;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demo.Scenarios;

/// <summary>Consumers fail, one a second, and nothing is lost.</summary>
internal sealed class Crash : Scenario
{
    private static readonly PartitionNames Names = PartitionNames.Named("one", "two", "three", "four");

    private readonly Tally[] _tallies =
        [.. Enumerable.Range(0, Names.Count).Select(static partition => new Tally(partition, Names.Count))];

    private IActorRef[] _consumers = [];

    public override string Story => """
        Four partitions, delivered at least once. Every second a consumer fails behind a batch that it has handled,
        and is restarted. What it has not confirmed comes again, first and in order; nobody else notices.
        """;

    public override IReadOnlyList<Act> Start(ActorSystem system, TimeSpan interval)
    {
        var options = new ProducerOptions<long>
        {
            SnapshotInterval = interval,
            Dispatcher = new PartitionDispatcherOptions<long>
            {
                Partitions = Names,
                Selector = PartitionSelector.ByIndex<long>(static number => (int)(number % Names.Count)),
            },
        };
        var producer = system.ActorOf(Props.Create(() => new NumberProducer(options)), "producer");
        _consumers = [.. Enumerable.Range(0, Names.Count).Select(partition =>
        {
            var tally = _tallies[partition];
            var subscription = new SubscriptionOptions
            {
                Partition = Names[partition],
                MaxDemand = 100,
                Delivery = DeliveryMode.AtLeastOnce,
            };
            var to = new SubscribeTo(producer, subscription);
            return system.ActorOf(Props.Create(() => new FragileConsumer(tally, to)), Names[partition]);
        })];
        return [new("at least once", producer, _consumers)];
    }

    public override string? Do(int second)
    {
        var partition = second % Names.Count;
        _consumers[partition].Tell(new FailNow(), ActorRefs.NoSender);
        return $"Consumer {Names[partition]} is told to fail.";
    }

    public override string? Judge(ProducerBooks books)
    {
        var gaps = _tallies.Sum(static tally => tally.Gaps);
        return books.Handled != books.Received || gaps > 0
            ? $"Expected {books.Received} events to be handled, got {books.Handled}, with {gaps} gaps."
            : null;
    }
}
