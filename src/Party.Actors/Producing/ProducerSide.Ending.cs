using Party.Actors.Protocol;

namespace Party.Actors.Producing;

/// <content>The end of a stage that waits until what it emitted is confirmed.</content>
internal sealed partial class ProducerSide<TEvent>
{
    // Why it ends, once nothing can come back any more; null while it goes on.
    private EndReason? _endReason;

    // It came while demand accumulated, and with it maybe events.
    private Ending? _postponedEnd;

    /// <summary>Whether nobody is subscribed, or has yet to say how far it came, or will be back.</summary>
    public bool IsDeserted => _links.IsEmpty && !_links.IsAnyExpected;

    /// <summary>Lets the stage end when all it has emitted so far has been handed on, and confirmed.</summary>
    public void EndWhenConfirmed(EndReason reason) => _self.Tell(new Inform(new Ending(reason)), _self);

    private void On(Ending ending)
    {
        if (Ledger.IsAnyPostponed)
        {
            _postponedEnd = ending;
            return;
        }

        _endReason ??= ending.Reason;
        Advance();
    }

    // What was postponed is on its way now: the end comes behind it.
    private void PassOnEnd()
    {
        if (_postponedEnd is { } ending)
        {
            _postponedEnd = null;
            Inform(ending);
        }
    }

    // Who drains the stage hears of its books before it ends.
    private void EndIfConfirmed()
    {
        if (_endReason is { } reason && Ledger.IsConfirmed && (_drainage.IsOver || !_drainage.HasBegun))
        {
            _handler?.End(reason);
        }
    }
}
