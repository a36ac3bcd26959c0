using Akka.Actor;

namespace Akka.Event;

/// <summary>A message whose recipient has ended, or never was.</summary>
public sealed class DeadLetter : AllDeadLetters
{
    /// <summary>Keeps message, sender and recipient.</summary>
    /// <exception cref="ArgumentNullException">Sender or recipient is null.</exception>
    public DeadLetter(object message, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(recipient);
    }
}
