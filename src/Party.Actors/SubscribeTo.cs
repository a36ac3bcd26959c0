using Akka.Actor;
using Party.Demand.Subscriptions;

namespace Party.Actors;

/// <summary>A subscription that a consumer is to make.</summary>
/// <param name="Producer">The stage whose events are wanted.</param>
/// <param name="Options">How many of them at a time, of which partition.</param>
public sealed record SubscribeTo(IActorRef Producer, SubscriptionOptions Options)
{
    /// <summary>A subscription with default options, to a producer with a single partition.</summary>
    public SubscribeTo(IActorRef producer)
        : this(producer, new())
    {
    }
}
