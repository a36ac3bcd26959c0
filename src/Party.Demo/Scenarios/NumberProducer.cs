using Party.Actors;
using Party.Demand.Dispatching;

namespace Party.Demo.Scenarios;

/// <summary>Makes the numbers 0, 1, 2 …, as many as are asked for.</summary>
internal sealed class NumberProducer(ProducerOptions<long> options) : Producer<long>(options)
{
    private long _next;

    protected override void HandleDemand(DemandIncrement demand)
    {
        for (var count = 0; count < demand.Total; count++)
        {
            Emit(_next++);
        }
    }
}
