using Akka.Actor;

namespace Akka.Event;

/// <summary>A dead letter that nobody misses.</summary>
public sealed class SuppressedDeadLetter : AllDeadLetters
{
    /// <summary>Keeps message, sender and recipient; none may be null.</summary>
    public SuppressedDeadLetter(IDeadLetterSuppression message, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient)
    {
    }
}
