using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Tests.Delivering;

/// <summary>Emits 1 to 3 at once, whatever is asked for, and ends with the reasons that it is told.</summary>
internal sealed class Finite : Producer<int>
{
    private bool _hasEmitted;

    public Finite()
    {
        Receive<EndReason>(StopWhenConfirmed);
        Receive<Exception>(error => throw error);
    }

    protected override void HandleDemand(DemandIncrement demand)
    {
        if (!_hasEmitted)
        {
            _hasEmitted = true;
            Emit(1, 2, 3);
            StopWhenConfirmed(EndReason.Normal);
        }
    }
}
