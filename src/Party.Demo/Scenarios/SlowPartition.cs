using Akka.Actor;
using Party.Actors;
using Party.Demand.Partitions;

namespace Party.Demo.Scenarios;

/// <summary>One of four consumers is slow: what that means to the other three.</summary>
internal sealed class SlowPartition : Scenario
{
    private static readonly PartitionNames Names = PartitionNames.Named("one", "two", "three", "four");
    private static readonly TimeSpan Each = TimeSpan.FromMilliseconds(1);

    public override string Story => """
        Four partitions, twice over. Consumer two takes 1 ms for an event, the others none.
        The addressed producer makes for each partition what it asks for: the other three go on.
        The sequential one makes its numbers in a row: when the park of two is full, all wait for it.
        """;

    public override IReadOnlyList<Act> Start(ActorSystem system, TimeSpan interval)
    {
        var (addressed, sequential) = (Options(interval, isAddressed: true), Options(interval, isAddressed: false));
        return
        [
            With(system, "addressed", Props.Create(() => new AddressedNumbers(addressed, Names.Count))),
            With(system, "sequential", Props.Create(() => new NumberProducer(sequential))),
        ];
    }

    private static Act With(ActorSystem system, string title, Props props)
    {
        var producer = system.ActorOf(props, title);
        var consumers = Enumerable.Range(0, Names.Count).Select(partition =>
        {
            var to = new SubscribeTo(producer, new() { Partition = Names[partition], MaxDemand = 100 });
            var consumer = Names[partition] == "two"
                ? Props.Create(() => new SlowConsumer(Each, null, to))
                : Consumer.Props<long>(static _ => { }, to);
            return system.ActorOf(consumer, $"{title}-{Names[partition]}");
        });
        return new(title, producer, [.. consumers]);
    }

    private static ProducerOptions<long> Options(TimeSpan interval, bool isAddressed) => new()
    {
        SnapshotInterval = interval,
        Dispatcher = new PartitionDispatcherOptions<long>
        {
            Partitions = Names,
            Selector = PartitionSelector.ByIndex<long>(static number => (int)(number % Names.Count)),
            ParkLimit = 200,
            IsAddressed = isAddressed,
        },
    };
}
