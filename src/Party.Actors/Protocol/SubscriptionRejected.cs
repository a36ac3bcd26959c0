using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Stage → consumer: there is no such subscription, and nothing has changed.</summary>
/// <param name="Id">The name that the consumer chose.</param>
/// <param name="Refusal">Why.</param>
/// <param name="Reason">The same for a person.</param>
public sealed record SubscriptionRejected(SubscriptionId Id, Refusal Refusal, string Reason);
