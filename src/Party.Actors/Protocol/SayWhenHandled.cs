using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Producer → consumer: say so when all events up to here are handled, with nothing to request too.</summary>
/// <remarks>A change of the producer's partitions waits for it. The answer is a <see cref="Confirm"/>.</remarks>
/// <param name="Id">The subscription.</param>
/// <param name="UpTo">The number of the last event that is waited for.</param>
public sealed record SayWhenHandled(SubscriptionId Id, long UpTo);
