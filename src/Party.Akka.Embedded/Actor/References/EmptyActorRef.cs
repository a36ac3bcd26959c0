using Akka.Actor.Hosting;
using Akka.Dispatch.SystemMessages;
using Akka.Event;

namespace Akka.Actor.References;

/// <summary>A path where no actor lives: messages are dead letters of that path, a watcher hears at once.</summary>
internal class EmptyActorRef(EmbeddedActorSystem system, ActorPath path) : ActorRefBase, IInternalActorRef
{
    public override ActorPath Path => path;

    public EmbeddedActorSystem System => system;

    public IInternalActorRef Parent => Nobody.Instance;

    public IEnumerable<IInternalActorRef> Children => [];

    public IInternalActorRef? Child(string name) => null;

    public virtual void SendSystemMessage(SystemMessage message) => DeadSystemMessages.Bury(message);

    // A dead letter that comes here is one already; what it says is not said twice.
    protected override void TellInternal(object message, IActorRef? sender)
    {
        switch (message)
        {
            case null:
                throw new InvalidMessageException();
            case DeadLetter letter:
                HandlesSpecially(letter.Message, letter.Sender);
                break;
            default:
                if (!HandlesSpecially(message, sender))
                {
                    system.EventStream.Publish(new DeadLetter(message, RealSender(sender), this));
                }

                break;
        }
    }

    /// <summary>Answers who asks for its identity, and publishes what nobody misses as such.</summary>
    protected bool HandlesSpecially(object message, IActorRef? sender)
    {
        switch (message)
        {
            case Identify identify:
                RealSender(sender).Tell(new ActorIdentity(identify.MessageId, null), ActorRefs.NoSender);
                return true;
            case IDeadLetterSuppression suppressed:
                system.EventStream.Publish(new SuppressedDeadLetter(suppressed, RealSender(sender), this));
                return true;
            default:
                return false;
        }
    }

    /// <summary>The sender; the dead letters where there is none.</summary>
    protected IActorRef RealSender(IActorRef? sender) => sender.IsNobody() ? system.DeadLetters : sender;
}
