using Akka.Actor;
using Party.Demand.Subscriptions;

namespace Party.Actors;

/// <summary>A consumer's subscription to this stage.</summary>
/// <param name="Id">Its name, unique among that consumer's.</param>
/// <param name="Consumer">Who gets the events.</param>
/// <param name="Options">What it asked for.</param>
public sealed record ConsumerSubscription(SubscriptionId Id, IActorRef Consumer, SubscriptionOptions Options);
