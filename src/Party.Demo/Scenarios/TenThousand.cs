using Akka.Actor;
using Party.Actors;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;

namespace Party.Demo.Scenarios;

/// <summary>Many partitions: a consumer each, which asks for few events at a time.</summary>
internal sealed class TenThousand(int partitions = 10_000) : Scenario
{
    private readonly PartitionNames _names = PartitionNames.Numbered(partitions);

    public override string Story => $"""
        {partitions} partitions, with a consumer each that asks for ten events at a time. A step costs what it touches,
        not what there is: nobody goes through all partitions but the watch, twice a second.
        """;

    public override IReadOnlyList<Act> Start(ActorSystem system, TimeSpan interval)
    {
        var options = new ProducerOptions<long>
        {
            SnapshotInterval = interval,
            Dispatcher = new PartitionDispatcherOptions<long>
            {
                Partitions = _names,
                Selector = PartitionSelector.ByJumpHash<long>(_names),
                ParkLimit = 100,
            },
        };
        var producer = system.ActorOf(Props.Create(() => new NumberProducer(options)), "producer");
        var consumers = Enumerable.Range(0, _names.Count).Select(partition =>
        {
            var to = new SubscribeTo(producer, new() { Partition = _names[partition], MaxDemand = 10 });
            return system.ActorOf(Consumer.Props<long>(static _ => { }, to), _names[partition]);
        });
        return [new("many", producer, [.. consumers])];
    }

    public override string? Judge(ProducerBooks books) => books.Handled == books.Received
        ? null
        : $"Expected {books.Received} events to be handled, got {books.Handled}.";
}
