using Akka.Actor;
using Party.Actors.Protocol;
using Party.Demand.Dispatching;

namespace Party.Actors;

/// <summary>A producer refused a subscription; nothing has changed there.</summary>
public sealed class SubscriptionRejectedException(IActorRef producer, SubscriptionRejected rejected)
    : Exception($"Expected {producer.Path} to admit {rejected.Id}, got {rejected.Refusal}. {rejected.Reason}")
{
    /// <summary>The producing stage.</summary>
    public IActorRef Producer { get; } = producer;

    /// <summary>Why.</summary>
    public Refusal Refusal { get; } = rejected.Refusal;
}
