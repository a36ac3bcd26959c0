using Akka.Event;
using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Consumer → producer: the end of one subscription, or the answer to its end.</summary>
/// <remarks>A producer that has ended misses nothing by it, nor by requests and confirmations.</remarks>
/// <param name="Id">The subscription.</param>
/// <param name="Reason">Why it ends.</param>
/// <param name="Handled">The number of the last event handled.</param>
/// <param name="Failed">How many events after that were in the batch that failed, if one did.</param>
/// <param name="Phase">Whether this is the consumer's first word on it or its last.</param>
public sealed record Cancel(
    SubscriptionId Id, EndReason Reason, long Handled = 0, int Failed = 0, CancelPhase Phase = CancelPhase.Final)
    : IDeadLetterSuppression;
