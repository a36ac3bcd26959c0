namespace Akka.Dispatch.Mailing;

/// <summary>What becomes of a message: by default the actor handles it.</summary>
/// <param name="Failure">Thrown in place of handling the message; null where nothing is.</param>
/// <param name="IsPutBack">Whether the message is offered again, after the system messages that have come.</param>
internal readonly record struct Treatment(Exception? Failure = null, bool IsPutBack = false);
