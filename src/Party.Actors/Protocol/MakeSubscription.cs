using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Anyone → consumer: subscribe to a producer.</summary>
/// <remarks>
/// The consumer answers when the producer has: with <see cref="SubscriptionMade"/>, with
/// <see cref="SubscriptionRejected"/>, or with <see cref="Akka.Actor.Status.Failure"/> where the options contradict
/// each other or the producer is gone. The subscription is not made again after a restart of the consumer.
/// </remarks>
/// <param name="To">The producer, and what is asked for.</param>
/// <param name="Replacing">A subscription to the same producer that ends as the new one begins.</param>
/// <param name="Reason">Why that one ends; null for <see cref="EndReason.Normal"/>.</param>
public sealed record MakeSubscription(SubscribeTo To, SubscriptionId Replacing = default, EndReason? Reason = null);
