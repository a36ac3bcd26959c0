using Party.Actors.Protocol;

namespace Party.Actors.Consuming;

/// <summary>Events that wait until the stage may handle them.</summary>
/// <param name="Link">The subscription.</param>
/// <param name="Events">The events.</param>
internal sealed record Arrived<TEvent>(ProducerLink Link, Events<TEvent> Events);
