using Party.Demand.Subscriptions;

namespace Party.Demand.Dispatching;

/// <summary>Demand of one subscription.</summary>
/// <param name="Subscription">One that the dispatcher admitted.</param>
/// <param name="Demand">How many events more, at least 1.</param>
public readonly record struct SubscriptionDemand(Subscription Subscription, long Demand);
