using Akka.Event;
using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Consumer → producer: so many events more, please.</summary>
/// <remarks>
/// <c>new Request(3)</c> is enough for a sender with one subscription there. The full form says the sums too, which
/// makes a request that comes twice harmless, and one that never came made up for by the next.
/// </remarks>
/// <param name="Count">How many events more, at least 1.</param>
/// <param name="Id">The subscription; needed only where the sender holds several there.</param>
/// <param name="Total">All demand requested so far, this request included; 0 where the sender does not count.</param>
/// <param name="Confirmed">The number of the last event handled; 0 where the sender does not count.</param>
public sealed record Request(int Count, SubscriptionId Id = default, long Total = 0, long Confirmed = 0)
    : IDeadLetterSuppression;
