using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Actors;

/// <summary>
/// A subscription ended, or was refused, in a way that its consumer is not to outlive; its supervisor decides.
/// </summary>
public sealed class SubscriptionEndedException(IActorRef producer, EndReason reason)
    : Exception($"Expected the subscription to {producer.Path} to last, got its end: {reason.Text}")
{
    /// <summary>The producing stage.</summary>
    public IActorRef Producer { get; } = producer;

    /// <summary>Why it ended.</summary>
    public EndReason Reason { get; } = reason;
}
