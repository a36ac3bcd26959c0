using Party.Actors.Consuming;
using Party.Actors.Producing;
using Party.Actors.Protocol;

namespace Party.Actors;

/// <content>The end of a stage whose events are confirmed.</content>
public abstract partial class ProducerConsumerStage<TIn, TOut>
{
    /// <summary>
    /// Stops this stage when every event that it has emitted was handed on and, where it is delivered at least once,
    /// confirmed; then every consumer is told why. What comes back until then is handed on again.
    /// </summary>
    /// <remarks>
    /// The stage lives until then, and handles what it is sent. It waits as long as it has to: for demand and, for what
    /// came back, for a consumer to take it. Where events are delivered at least once, the stage ends like that too
    /// when the producer of a permanent subscription has. A restart does not change that. The first reason counts.
    /// </remarks>
    /// <param name="reason">Why it stops; with <see cref="EndReason.Normal"/> permanent consumers stop too.</param>
    protected void StopWhenConfirmed(EndReason reason)
    {
        _consuming.Handling?.Check();
        _producing.EndWhenConfirmed(reason);
    }

    // Where something is delivered at least once, what was emitted has to outlive the producer it was made of.
    bool IEventHandler<TIn>.TryStopInOrder()
    {
        if (!_producing.Ledger.IsDelivering)
        {
            return false;
        }

        _producing.EndWhenConfirmed(StopReason ?? EndReason.Normal);
        return true;
    }

    void IProducerHandler.End(EndReason reason) => End(reason);

    // Its handler may still wait.
    private void End(EndReason reason)
    {
        _stopReason = reason;
        _producing.Hush();
        Context.Stop(Self);
    }
}
