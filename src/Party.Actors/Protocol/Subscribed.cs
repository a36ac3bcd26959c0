using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Producer → consumer: the subscription holds, and waits for its first <see cref="Request"/>.</summary>
/// <param name="Id">The name that the consumer chose.</param>
public sealed record Subscribed(SubscriptionId Id);
