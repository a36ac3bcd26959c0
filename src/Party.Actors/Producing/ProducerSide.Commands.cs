using Party.Demand.Dispatching;

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

        foreach (var postponed in Ledger.TakePostponed())
        {
            Carry(Ledger.Resume(postponed));
            Serve();
            Produce(postponed.Demand);
        }

        Advance();
    }
}
