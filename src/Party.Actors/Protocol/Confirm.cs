using Akka.Event;
using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Consumer → producer: handled up to here, when there is nothing to request.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="UpTo">The number of the last event up to which all are handled.</param>
/// <param name="Ahead">Events beyond it that were handled before older ones; null where there are none.</param>
public sealed record Confirm(SubscriptionId Id, long UpTo, IReadOnlyList<EventRange>? Ahead = null)
    : IDeadLetterSuppression;
