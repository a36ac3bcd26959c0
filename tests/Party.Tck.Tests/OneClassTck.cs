using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Tck.Tests;

/// <summary>One class: with several, older events do not come before newer ones.</summary>
public sealed class OneClassTck : DispatcherTck
{
    protected override int SelectionsPerEvent => 1;

    protected override IDispatcher<int> Create() => new PartitionDispatcherOptions<int>
    {
        Partitions = PartitionNames.Numbered(3),
        Selector = PartitionSelector.ByIndex<int>(Place),
        Priorities = new(static _ => 0, 3),
        ParkLimit = 20,
    }.Build();
}
