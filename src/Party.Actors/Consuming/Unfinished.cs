using Akka.Actor;
using Akka.Event;
using Party.Actors.Protocol;

namespace Party.Actors.Consuming;

/// <summary>
/// Events whose handling broke off; also the stage's message to itself to go on with them, if it may.
/// </summary>
/// <remarks>
/// A supervisor that resumes the stage lets it go on behind the batch that failed; after a restart nobody knows it.
/// </remarks>
/// <param name="Link">The subscription.</param>
/// <param name="Events">The events.</param>
/// <param name="Done">How many of them were handled.</param>
/// <param name="Failed">How many were in the batch that failed.</param>
internal sealed record Unfinished<TEvent>(ProducerLink Link, Events<TEvent> Events, int Done, int Failed)
    : IDeadLetterSuppression, INoSerializationVerificationNeeded;
