using Akka.Actor;
using Party.Demand.Subscriptions;

namespace Party.Actors;

/// <summary>This stage's subscription to a producer.</summary>
/// <param name="Id">Its name, unique among this stage's.</param>
/// <param name="Producer">Where the events come from.</param>
/// <param name="Options">What was asked for.</param>
public sealed record ProducerSubscription(SubscriptionId Id, IActorRef Producer, SubscriptionOptions Options);
