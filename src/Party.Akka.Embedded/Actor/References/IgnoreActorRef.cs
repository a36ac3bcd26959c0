using Akka.Actor.Hosting;
using Akka.Dispatch.SystemMessages;

namespace Akka.Actor.References;

/// <summary>Swallows every message, and never answers or ends: for whoever does not want a reply.</summary>
internal sealed class IgnoreActorRef(EmbeddedActorSystem system) : ActorRefBase, IInternalActorRef
{
    public override ActorPath Path { get; } = new RootActorPath(new Address("akka", "local")) / "ignore";

    public EmbeddedActorSystem System => system;

    public IInternalActorRef Parent => Nobody.Instance;

    public IEnumerable<IInternalActorRef> Children => [];

    public IInternalActorRef? Child(string name) => null;

    public void SendSystemMessage(SystemMessage message)
    {
    }

    protected override void TellInternal(object message, IActorRef? sender)
    {
    }
}
