using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Consumer → whoever sent <see cref="MakeSubscription"/>: the producer has admitted it.</summary>
/// <param name="Id">The subscription's name, which the consumer chose.</param>
public sealed record SubscriptionMade(SubscriptionId Id);
