using Akka.Actor;
using Akka.TestKit.Expectations;

namespace Akka.TestKit;

/// <summary>A message that did arrive.</summary>
public class RealMessageEnvelope : MessageEnvelope
{
    /// <summary>Keeps a message together with its sender.</summary>
    public RealMessageEnvelope(object message, IActorRef sender)
    {
        Message = message;
        Sender = sender;
    }

    /// <summary>What was sent; never null, since null cannot be sent.</summary>
    public override object Message { get; }

    /// <inheritdoc/>
    public override IActorRef Sender { get; }

    /// <summary>The message and its sender in a form made for a failure's text.</summary>
    public override string ToString() => $"{Wording.Of(Message)} from {Wording.Of(Sender)}";
}
