using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that was thrown away on purpose, and why.</summary>
public sealed class Dropped : AllDeadLetters
{
    /// <summary>Keeps message, reason, sender and recipient.</summary>
    public Dropped(object message, string reason, IActorRef sender, IActorRef recipient)
        : base(message, sender, recipient) => Reason = reason;

    /// <summary>A message without a sender: it is null.</summary>
    public Dropped(object message, string reason, IActorRef recipient)
        : this(message, reason, ActorRefs.NoSender!, recipient)
    {
    }

    /// <summary>Why it was thrown away.</summary>
    public string Reason { get; }
}
