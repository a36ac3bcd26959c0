using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Actors;

/// <summary>
/// A subscription ended, or was refused, in a way that its consumer is not to outlive; its supervisor decides.
/// </summary>
public sealed class SubscriptionEndedException : Exception
{
    /// <summary>The end of a subscription to a producer.</summary>
    public SubscriptionEndedException(IActorRef producer, EndReason reason)
        : this(producer, $"{producer.Path}", reason)
    {
    }

    internal SubscriptionEndedException(IActorRef producer, string place, EndReason reason)
        : base($"Expected the subscription to {place} to last, got its end: {reason.Text}") =>
        (Producer, Reason) = (producer, reason);

    /// <summary>The producing stage; nobody where none was found at its path.</summary>
    public IActorRef Producer { get; }

    /// <summary>Why it ended.</summary>
    public EndReason Reason { get; }
}
