using Akka.Actor;

namespace Akka.TestKit;

/// <summary>A message as the test received it, with who sent it.</summary>
public abstract class MessageEnvelope
{
    /// <summary>What was sent; null only in <see cref="NullMessageEnvelope"/>.</summary>
    public abstract object? Message { get; }

    /// <summary>Who sent it; <see cref="ActorRefs.NoSender"/> if nobody said so.</summary>
    public abstract IActorRef Sender { get; }

    /// <summary>The message, or null if none came.</summary>
    internal object? Received => this is NullMessageEnvelope ? null : Message;
}
