using Akka.Actor;
using Party.Actors;

namespace Party.Flows.Stages;

/// <summary>The stages that a stage is subscribed to: when all are met its coordinator hears of it.</summary>
internal sealed class Upstreams<TEntry, TOut>(
    StageCore<TEntry> core, StagePlan<TEntry, TOut> plan, SubscribeTo[] subscriptions, IActorContext context)
{
    private readonly IActorRef _self = context.Self;
    private readonly IActorRef _coordinator = context.Parent;

    /// <summary>The stage begins.</summary>
    public void Start(ITimerScheduler timers)
    {
        core.Start(subscriptions.Select(static to => to.Producer));
        StageTimer.StartAll(core, timers);
    }

    /// <summary>One of them has admitted a subscription, or will never.</summary>
    public SubscriptionMode Meet(ProducerSubscription subscription)
    {
        if (core.Meet(subscription.Id, subscription.Producer))
        {
            _coordinator.Tell(StageSignal.Ready.Instance, _self);
        }

        return SubscriptionMode.Automatic;
    }

    /// <summary>One of them has ended.</summary>
    /// <returns>Whether it was the last.</returns>
    /// <exception cref="FlowException">It has failed.</exception>
    public bool End(ProducerSubscription subscription, Cancellation cancellation)
    {
        // Had one of the flow's own failed before it admitted anybody, the coordinator would know.
        var isOfFlow = subscription.Producer.Path.Parent.Equals(_self.Path.Parent);
        var hasEnded = isOfFlow && !core.HasMet(subscription.Id);
        Meet(subscription);
        plan.Check(subscription.Producer, cancellation, hasEnded);
        return core.End(subscription.Id);
    }
}
