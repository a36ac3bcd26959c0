using Party.Actors;
using Party.Demand.Dispatching;

namespace Party.Samples.Tests;

/// <summary>Has nothing to emit but what it is told.</summary>
internal sealed class Pusher : Producer<int>
{
    public Pusher() => Receive<int[]>(numbers => Emit(numbers));

    protected override void HandleDemand(DemandIncrement demand)
    {
    }
}
