using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Tck.Tests;

public sealed class SinglePartitionTck : DispatcherTck
{
    protected override int Consumers => 1;

    protected override int SelectionsPerEvent => 1;

    protected override IDispatcher<int> Create() => new PartitionDispatcherOptions<int>
    {
        Partitions = PartitionNames.Numbered(1),
        Selector = PartitionSelector.ByIndex<int>(Place),
    }.Build();
}
