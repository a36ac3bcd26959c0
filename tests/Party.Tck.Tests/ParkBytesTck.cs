using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Tck.Tests;

public sealed class ParkBytesTck : DispatcherTck
{
    protected override int SelectionsPerEvent => 1;

    protected override IDispatcher<int> Create() => new PartitionDispatcherOptions<int>
    {
        Partitions = PartitionNames.Numbered(3),
        Selector = PartitionSelector.ByIndex<int>(Place),
        ParkBytes = 100,
        Size = static item => item % 10,
    }.Build();
}
