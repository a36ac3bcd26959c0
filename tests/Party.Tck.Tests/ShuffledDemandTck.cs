using Party.Demand.Dispatching;
using Party.Demand.Sharing;

namespace Party.Tck.Tests;

public sealed class ShuffledDemandTck : DispatcherTck
{
    protected override IDispatcher<int> Create() => new DemandDispatcherOptions<int> { ShuffleSeed = 7 }.Build();
}
