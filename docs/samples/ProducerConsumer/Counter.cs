using Party.Actors;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Samples.ProducerConsumer;

/// <summary>Counts from 0, as far as it is asked to, and ends after so many numbers.</summary>
public sealed class Counter : Producer<int>
{
    private readonly int _count;
    private int _next;

    /// <summary>A counter.</summary>
    /// <param name="count">After how many numbers it ends.</param>
    public Counter(int count)
    {
        _count = count;
        Receive<string>(_ => Stop(EndReason.Normal));
    }

    protected override void HandleDemand(DemandIncrement demand)
    {
        for (var left = demand.Total; left > 0 && _next < _count; left--)
        {
            Emit(_next++);
            if (_next == _count)
            {
                Inform("all is handed on");
            }
        }
    }
}
