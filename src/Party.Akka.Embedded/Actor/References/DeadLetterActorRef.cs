using Akka.Actor.Hosting;
using Akka.Event;

namespace Akka.Actor.References;

/// <summary>Where messages go that reach nobody: published on the event stream, for whom it may concern.</summary>
internal sealed class DeadLetterActorRef(EmbeddedActorSystem system, ActorPath path) : EmptyActorRef(system, path)
{
    protected override void TellInternal(object message, IActorRef? sender)
    {
        var letter = message switch
        {
            null => throw new InvalidMessageException($"Expected a message for {this}, got null. Nothing was sent."),
            DeadLetter dead => dead,
            _ => new DeadLetter(message, sender.IsNobody() ? this : sender, this),
        };

        switch (letter.Message)
        {
            case Identify identify:
                letter.Sender.Tell(new ActorIdentity(identify.MessageId, null), ActorRefs.NoSender);
                break;
            case IDeadLetterSuppression suppressed:
                System.EventStream.Publish(new SuppressedDeadLetter(suppressed, letter.Sender, letter.Recipient));
                break;
            default:
                System.EventStream.Publish(letter);
                break;
        }
    }
}
