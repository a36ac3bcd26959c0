using Party.Demand.Dispatching;
using Party.Demand.Sharing;

namespace Party.Tck.Tests;

public sealed class DemandTck : DispatcherTck
{
    protected override IDispatcher<int> Create() => new DemandDispatcherOptions<int>().Build();
}
