using Party.Demand.Dispatching;
using Party.Demand.Sharing;

namespace Party.Tck.Tests;

public sealed class BroadcastTck : DispatcherTck
{
    protected override bool ReachesEveryConsumer => true;

    protected override IDispatcher<int> Create() => new BroadcastDispatcherOptions<int>().Build();
}
