using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Tck.Tests;

/// <summary>
/// Every event has a key of its own: a dispatcher by itself hears of no confirmation, and would keep the keys.
/// </summary>
public sealed class SharedByKeyTck : DispatcherTck
{
    protected override int SelectionsPerEvent => 1;

    protected override IDispatcher<int> Create() => new PartitionDispatcherOptions<int>
    {
        Partitions = PartitionNames.Numbered(3),
        Selector = PartitionSelector.ByIndex<int>(Place),
        Consumers = PartitionConsumers.SharedByKey,
        Key = EventKey.By<int, int>(static item => item),
        ParkLimit = 20,
    }.Build();
}
