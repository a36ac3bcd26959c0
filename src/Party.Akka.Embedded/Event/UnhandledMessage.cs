using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that its recipient did not know what to do with.</summary>
public sealed class UnhandledMessage : AllDeadLetters
{
    /// <summary>Keeps message, sender and recipient.</summary>
    public UnhandledMessage(object message, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
    }
}
