using Akka.Event;
using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>
/// Consumer → producer: an event that is delivered at least once goes back, with its demand, to be handed on again.
/// </summary>
/// <param name="Id">The subscription.</param>
/// <param name="Number">The event's sequence number; one that is not in flight is ignored, with a warning.</param>
public sealed record Reject(SubscriptionId Id, long Number) : IDeadLetterSuppression;
