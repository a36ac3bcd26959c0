using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors;

/// <summary>A producer refused a subscription; nothing has changed there.</summary>
public sealed class SubscriptionRejectedException : Exception
{
    /// <summary>The refusal of a producer.</summary>
    public SubscriptionRejectedException(IActorRef producer, SubscriptionRejected rejected)
        : this(producer, $"{producer.Path}", rejected)
    {
    }

    internal SubscriptionRejectedException(IActorRef producer, string place, SubscriptionRejected rejected)
        : base($"Expected {place} to admit {rejected.Id}, got {rejected.Refusal}. {rejected.Reason}") =>
        (Producer, Refusal) = (producer, rejected.Refusal);

    /// <summary>The producing stage; nobody where it was named by its path.</summary>
    public IActorRef Producer { get; }

    /// <summary>Why.</summary>
    public Refusal Refusal { get; }
}
