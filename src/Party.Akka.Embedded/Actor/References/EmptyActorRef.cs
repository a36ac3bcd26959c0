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

    protected override void TellInternal(object message, IActorRef? sender) =>
        system.DeadLetters.Tell(
            message as DeadLetter ?? new DeadLetter(message, sender ?? system.DeadLetters, this), sender);
}
