using Party.Actors.Protocol;

namespace Party.Actors;

/// <summary>How a subscription ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="IsDown">Whether the other stage is gone; else it goes on without the subscription.</param>
/// <param name="SubscribesAgain">
/// Whether the consumer will try to subscribe again, so that this is no end for it. When it gives up, it is told the
/// end. Producers are not told this.
/// </param>
public sealed record Cancellation(EndReason Reason, bool IsDown, bool SubscribesAgain = false);
