using Party.Actors.Protocol;

namespace Party.Actors;

/// <summary>How a subscription ended.</summary>
/// <param name="Reason">Why.</param>
/// <param name="IsDown">Whether the other stage is gone; else it goes on without the subscription.</param>
public sealed record Cancellation(EndReason Reason, bool IsDown);
