using Party.Demand.Dispatching;
using Party.Tck.Samples;

namespace Party.Tck.Tests;

public sealed class RoundRobinTck : DispatcherTck
{
    protected override IDispatcher<int> Create() => new RoundRobinOptions<int>().Build();
}
