using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Anyone → consumer: cancel a subscription of yours. It never stops the consumer.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Reason">Why it ends.</param>
public sealed record EndSubscription(SubscriptionId Id, EndReason Reason);
