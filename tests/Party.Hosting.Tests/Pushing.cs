using Party.Actors;
using Party.Demand.Dispatching;

namespace Party.Hosting.Tests;

/// <summary>Has a number before anybody asks for one.</summary>
internal sealed class Pushing : Producer<int>
{
    protected override void PreStart() => Emit(1);

    protected override void HandleDemand(DemandIncrement demand)
    {
    }
}
