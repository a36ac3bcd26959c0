using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Producer → consumer: the end of one subscription. Nothing comes after it.</summary>
/// <remarks>The consumer answers with <see cref="Cancel"/>, which says how far it has handled.</remarks>
/// <param name="Id">The subscription.</param>
/// <param name="Reason">Why it ends.</param>
/// <param name="IsDown">Whether the producer itself stops.</param>
public sealed record Cancelled(SubscriptionId Id, EndReason Reason, bool IsDown = false);
