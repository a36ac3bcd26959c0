using Akka.Actor;

namespace Akka.Event;

/// <summary>A message that nobody handled. Subscribe to this type for all kinds of it.</summary>
public abstract class AllDeadLetters
{
    /// <summary>Keeps message, sender and recipient; none may be null.</summary>
    protected AllDeadLetters(object message, IActorRef sender, IActorRef recipient)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(recipient);
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

    /// <inheritdoc/>
    public override string ToString() => $"{GetType().Name} from {Sender} to {Recipient}: <{Message}>";
}
