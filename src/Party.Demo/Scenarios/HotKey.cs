using System.Globalization;
using Akka.Actor;
using Party.Actors;
using Party.Demand.Hashing;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demo.Scenarios;

/// <summary>One key has a third of all events: what several consumers of a partition can do about it.</summary>
internal sealed class HotKey : Scenario
{
    private const int ConsumersEach = 3;

    private static readonly PartitionNames Names = PartitionNames.Named("east", "west");
    private static readonly TimeSpan Each = TimeSpan.FromMilliseconds(1);

    private readonly KeyTally _keys = new(KeyOf);

    public override string Story => """
        Two partitions, each shared by key by three consumers that take 1 ms for an event. Every third event is red.
        A key is with one consumer at a time, so that its events stay in order: the others take what is not red, until
        the park is full of red ones. The watch names the keys that come most often, and what the producer waits for.
        """;

    public override IReadOnlyList<Act> Start(ActorSystem system, TimeSpan interval)
    {
        var options = new ProducerOptions<long>
        {
            SnapshotInterval = interval,
            Dispatcher = new PartitionDispatcherOptions<long>
            {
                Partitions = Names,
                Selector = PartitionSelector.ByRendezvous<long, string>(Names, KeyOf),
                Consumers = PartitionConsumers.SharedByKey,
                Key = EventKey.By<long, string>(KeyOf),
                ParkLimit = 200,
            },
        };
        var producer = system.ActorOf(Props.Create(() => new NumberProducer(options)), "producer");
        var subscription = new SubscriptionOptions { MaxDemand = 20, Delivery = DeliveryMode.AtLeastOnce };
        var consumers =
            from partition in Enumerable.Range(0, Names.Count)
            from number in Enumerable.Range(1, ConsumersEach)
            let to = new SubscribeTo(producer, subscription with { Partition = Names[partition] })
            select system.ActorOf(
                Props.Create(() => new SlowConsumer(Each, _keys, to)), $"{Names[partition]}-{number}");
        return [new("shared by key", producer, [.. consumers])];
    }

    public override string? Judge(ProducerBooks books) => books.Handled == books.Received && _keys.Disorder == 0
        ? null
        : $"Expected {books.Received} events to be handled, got {books.Handled}, {_keys.Disorder} out of order.";

    private static string KeyOf(long number) => number % 3 == 0
        ? "red"
        : string.Create(CultureInfo.InvariantCulture, $"shade {StableHash.Mix((ulong)number) % 1000}");
}
