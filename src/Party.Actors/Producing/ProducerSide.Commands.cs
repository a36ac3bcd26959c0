using Akka.Actor;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;

namespace Party.Actors.Producing;

/// <content>What anyone may tell a producing stage.</content>
internal sealed partial class ProducerSide<TEvent>
{
    /// <summary>Lets a message come to the stage when every event that waits now has gone.</summary>
    public void Inform(object message) => Carry(Ledger.Inform(message));

    /// <summary>Lets demand, and what is emitted, flow or wait from now on.</summary>
    public void Change(DemandMode mode)
    {
        Ledger.Mode = mode;
        if (mode == DemandMode.Accumulate)
        {
            return;
        }

        var postponed = Ledger.TakePostponed();
        var next = 0;
        try
        {
            while (next < postponed.Count)
            {
                Resume(postponed[next++]);
            }
        }
        finally
        {
            // After a failure all that is owed is asked again; only events still have to go on.
            foreach (var rest in postponed.Skip(next))
            {
                Carry(Ledger.Resume(rest));
            }
        }

        PassOnEnd();
        Advance();
    }

    /// <summary>Lets demand flow, where it cannot do else: another mode is said, and ignored.</summary>
    /// <returns>True.</returns>
    public bool TryKeepForwarding(DemandMode mode, IActorRef sender)
    {
        if (mode != DemandMode.Forward)
        {
            _log.ForwardsOnly(mode, sender);
        }

        return true;
    }

    private void Resume(Postponed<TEvent> postponed)
    {
        Carry(Ledger.Resume(postponed));
        Serve();
        if (!IsDraining && !_askAgain.IsPosted)
        {
            Produce(postponed.Demand);
        }
    }
}
