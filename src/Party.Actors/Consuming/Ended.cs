namespace Party.Actors.Consuming;

/// <summary>The end of a subscription, which comes after its last events.</summary>
/// <param name="Link">The subscription.</param>
/// <param name="Cancellation">Why it ended.</param>
internal sealed record Ended(ProducerLink Link, Cancellation Cancellation);
