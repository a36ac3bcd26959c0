using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;
using Party.Demand.Watching;

namespace Party.Demand.Tests.Watching;

/// <summary>The books of a producer of numbers, even and odd, and a clock that a test moves.</summary>
internal sealed class WatchedLedger
{
    private readonly Dictionary<string, Subscription> _subscriptions = [];

    public WatchedLedger(int parkLimit, ParkPolicy policy = ParkPolicy.Backpressure) => Ledger = new(
        new PartitionDispatcherOptions<int>
        {
            Partitions = PartitionNames.Named("even", "odd"),
            Selector = PartitionSelector.ByIndex<int>(number => number % 2),
            ParkLimit = parkLimit,
            ParkPolicy = policy,
        },
        new());

    public ProducerLedger<int> Ledger { get; }

    public DateTimeOffset Now { get; private set; } = DateTimeOffset.UnixEpoch;

    public int Emitted { get; private set; }

    public Subscription Subscribe(string partition, DeliveryMode delivery = DeliveryMode.AtMostOnce, int max = 1000)
    {
        var subscription = new Subscription(
            new(_subscriptions.Count + 1), new() { Partition = partition, Delivery = delivery, MaxDemand = max });
        Assert.True(Ledger.Subscribe(subscription).IsGranted);
        return _subscriptions[partition] = subscription;
    }

    public void Request(string partition, int demand)
    {
        Ledger.Request(_subscriptions[partition], demand);
        GoOn();
    }

    public void Emit(params int[] numbers)
    {
        Emitted += numbers.Length;
        Ledger.Receive(numbers);
        GoOn();
    }

    public void Wait(double seconds) => Now += TimeSpan.FromSeconds(seconds);

    public StageSnapshot Look() => Ledger.Look(Now);

    public IdleReason Idle()
    {
        Look();
        return Look().Idle;
    }

    public void GoOn()
    {
        while (Ledger.TryServe(out _))
        {
        }

        Ledger.Ask();
    }
}
