using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors.Producing;

/// <summary>The stage behind a <see cref="ProducerSide{TEvent}"/>, as long as it is the current one.</summary>
internal interface IProducerHandler
{
    /// <summary>Emits what is asked for, now or later.</summary>
    void HandleDemand(DemandIncrement demand);

    /// <summary>Whether a handler waits: then no other callback may run.</summary>
    bool IsBusy => false;

    /// <summary>Whether nothing more comes in that would be emitted.</summary>
    bool IsSettled => true;

    /// <summary>
    /// Whether nothing more comes in before some of what was emitted, or is kept back, has been handled.
    /// </summary>
    bool IsStalled => false;

    /// <summary>Whom what is to be emitted is asked of; null where it is up to the stage's own code.</summary>
    string? Upstream => null;

    /// <summary>
    /// The stage is being drained, nothing more comes in, and what it keeps back is to be emitted now.
    /// </summary>
    void OnDraining();

    /// <summary>A consumer has subscribed.</summary>
    void OnSubscribe(ConsumerSubscription subscription);

    /// <summary>A consumer's subscription has ended.</summary>
    void OnCancel(ConsumerSubscription subscription, Cancellation cancellation);

    /// <summary>The buffer dropped events.</summary>
    /// <returns>Whether that is to be said in the log.</returns>
    bool OnDiscarded(int count);

    /// <summary>All that was to be waited for before the end has come: the stage stops.</summary>
    void End(EndReason reason);
}
