using Akka.Event;
using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Consumer → producer: handled up to here, when there is nothing to request.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="UpTo">The number of the last event handled.</param>
public sealed record Confirm(SubscriptionId Id, long UpTo) : IDeadLetterSuppression;
