using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that nobody handled. Subscribe to this type for all kinds of it.</summary>
public abstract class AllDeadLetters : IWrappedMessage
{
    /// <summary>Keeps message, sender and recipient.</summary>
    protected AllDeadLetters(object message, IActorRef sender, IActorRef recipient)
    {
        Message = message;
        Sender = sender;
        Recipient = recipient;
    }

    /// <summary>The message itself.</summary>
    public object Message { get; }

    /// <summary>Who sent it; the dead letters where nobody did.</summary>
    public IActorRef Sender { get; }

    /// <summary>Whom it was meant for.</summary>
    public IActorRef Recipient { get; }

    /// <summary>The same for every kind, since it is what logs are searched for.</summary>
    public override string ToString() => $"DeadLetter from {Sender} to {Recipient}: <{Message}>";
}
