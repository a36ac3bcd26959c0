using Akka.Actor.Hosting;
using Akka.Dispatch.SystemMessages;
using Akka.Event;

namespace Akka.Actor.References;

/// <summary>Where messages go that reach nobody: published on the event stream, for whom it may concern.</summary>
internal sealed class DeadLetterActorRef(EmbeddedActorSystem system, ActorPath path) : EmptyActorRef(system, path)
{
    // The dead letters never end: who watches them is told nothing, and who watches an actor by them is.
    public override void SendSystemMessage(SystemMessage message)
    {
        if (message is not Watch watch || !watch.Watchee.Equals(this))
        {
            base.SendSystemMessage(message);
        }
    }

    protected override void TellInternal(object message, IActorRef? sender)
    {
        var letter = message switch
        {
            null => throw new InvalidMessageException(),
            DeadLetter dead => dead,
            _ => new DeadLetter(message, RealSender(sender), this),
        };

        if (!HandlesSpecially(letter.Message, letter.Sender))
        {
            System.EventStream.Publish(letter);
        }
    }
}
