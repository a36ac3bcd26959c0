using Akka.Actor;

namespace Party.Actors.Awaiting;

/// <summary>A message for the stage's own behaviour that came while a handler waited, and comes once more.</summary>
/// <param name="Of">Who held it.</param>
/// <param name="Message">The message; its sender is that of this one.</param>
internal sealed record OwnMessage(Handling Of, object Message) : IWrappedMessage, INoSerializationVerificationNeeded;
