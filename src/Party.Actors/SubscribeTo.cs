using Akka.Actor;
using Party.Demand.Subscriptions;

namespace Party.Actors;

/// <summary>A subscription that a consumer is to make.</summary>
/// <param name="Producer">The stage whose events are wanted.</param>
/// <param name="Options">How many of them at a time, of which partition.</param>
/// <exception cref="ArgumentException">The producer is nobody.</exception>
public sealed record SubscribeTo(IActorRef Producer, SubscriptionOptions Options)
{
    /// <summary>The stage whose events are wanted.</summary>
    public IActorRef Producer { get; init; } = Somebody(Producer);

    /// <summary>A subscription with default options, to a producer with a single partition.</summary>
    public SubscribeTo(IActorRef producer)
        : this(producer, new())
    {
    }

    // Nobody never answers, and never dies either: who waits for that waits for ever.
    private static IActorRef Somebody(IActorRef producer) => producer.IsNobody()
        ? throw new ArgumentException(
            "Expected a producer to subscribe to, got nobody. A context has no child of that name, or no sender.",
            nameof(producer))
        : producer;
}
