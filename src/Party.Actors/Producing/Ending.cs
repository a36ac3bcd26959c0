using Akka.Actor;
using Akka.Event;
using Party.Actors.Protocol;

namespace Party.Actors.Producing;

/// <summary>
/// A stage's message to itself: what it had emitted has been handed on, and it ends when that is confirmed.
/// </summary>
/// <param name="Reason">Why it ends.</param>
internal sealed record Ending(EndReason Reason) : IDeadLetterSuppression, INoSerializationVerificationNeeded;
