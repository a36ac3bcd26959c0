using System.Globalization;
using Akka.Actor;
using Party.Actors;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demo.Scenarios;

/// <summary>Partitions come and go while events flow.</summary>
internal sealed class Resize : Scenario
{
    private const int Keys = 1000;

    private static readonly TimeSpan Each = TimeSpan.FromMilliseconds(1);

    private readonly Queue<(int Second, Func<Resize, string> Play)> _steps = new(
    [
        (2, static scenario => scenario.Add("four")),
        (4, static scenario => scenario.Add("five")),
        (6, static scenario => scenario.RemoveFirst()),
    ]);

    private readonly KeyTally _keys = new(KeyOf);
    private readonly List<string> _names = ["one", "two", "three"];
    private readonly List<IActorRef> _consumers = [];
    private ActorSystem? _system;
    private IActorRef _producer = ActorRefs.Nobody;
    private Task<PartitionChangeReport>? _change;

    public override string Story => """
        Three partitions, whose consumers take 1 ms for an event. In the second second a fourth is added, in the fourth
        a fifth, and in the sixth the first goes. Only the keys move that have to; each stays in order, since its events
        wait until its old partition has confirmed what came before.
        """;

    public override IReadOnlyList<Act> Start(ActorSystem system, TimeSpan interval)
    {
        var names = PartitionNames.Named(_names);
        var options = new ProducerOptions<long>
        {
            SnapshotInterval = interval,
            Dispatcher = new PartitionDispatcherOptions<long> { Partitions = names, Selector = ByKey(names) },
        };
        _system = system;
        _producer = system.ActorOf(Props.Create(() => new NumberProducer(options)), "producer");
        _names.ForEach(Feed);
        return [new("resized", _producer, _consumers)];
    }

    public override string? Do(int second)
    {
        // A change waits for the one before, and whoever subscribes to its partition before it has begun is refused.
        if (_steps.TryPeek(out var next) && second >= next.Second && _change is not { IsCompleted: false })
        {
            return _steps.Dequeue().Play(this);
        }

        return _change is { IsCompletedSuccessfully: true, Result: var report } ? Say(report) : null;
    }

    public override string? Judge(ProducerBooks books) => books.Handled == books.Received && _keys.Disorder == 0
        ? null
        : $"Expected {books.Received} events to be handled, got {books.Handled}, {_keys.Disorder} out of order.";

    private static string Say(PartitionChangeReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{report.Partitions}: {report.Moved} events waited for their old partition, "
        + $"{report.LongestWait.TotalMilliseconds:0} ms at most.");

    private static string KeyOf(long number) => (number % Keys).ToString(CultureInfo.InvariantCulture);

    private static PartitionSelector<long> ByKey(PartitionNames names) =>
        PartitionSelector.ByRendezvous<long, string>(names, KeyOf);

    // Its consumer ends with it.
    private string RemoveFirst()
    {
        _names.RemoveAt(0);
        _consumers.RemoveAt(0);
        Change();
        return "Partition one is removed.";
    }

    private string Add(string name)
    {
        _names.Add(name);
        Change();
        Feed(name);
        return $"Partition {name} is added.";
    }

    private void Change()
    {
        var names = PartitionNames.Named(_names);
        _change = _producer.ChangePartitionsAsync(
            new PartitionChange<long> { Partitions = names, Selector = ByKey(names) });
    }

    // The producer hears of the partition first, and of its consumer then.
    private void Feed(string name)
    {
        var subscription = new SubscriptionOptions
        {
            Partition = name,
            MaxDemand = 100,
            Delivery = DeliveryMode.AtLeastOnce,
        };
        var to = new SubscribeTo(_producer, subscription);
        var props = Props.Create(() => new SlowConsumer(Each, _keys, to));
        _consumers.Add((_system ?? throw new InvalidOperationException("Expected a scenario that was started."))
            .ActorOf(props, name));
    }
}
