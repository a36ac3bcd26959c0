using Party.Demand.Dispatching;

namespace Party.Storms.Defects;

/// <summary>A pool of demand as GenStage's is: the producer hears how much, and never for whom (D6).</summary>
internal sealed class PoolDispatcher(IDispatcher<int> inner) : PassingDispatcher(inner)
{
    public override DemandIncrement Ask() => new() { Total = base.Ask().Total };
}
