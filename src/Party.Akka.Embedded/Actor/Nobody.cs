using Akka.Actor.Hosting;
using Akka.Actor.References;
using Akka.Dispatch.SystemMessages;
using Akka.Util;

namespace Akka.Actor;

/// <summary>A reference to no actor, which swallows every message.</summary>
public sealed class Nobody : ActorRefBase, IInternalActorRef
{
    /// <summary>The only instance.</summary>
    public static readonly Nobody Instance = new();

    private Nobody()
    {
    }

    /// <summary>A path that belongs to no system.</summary>
    public override ActorPath Path { get; } = new RootActorPath(new Address("akka", "all-systems"), "/Nobody");

    EmbeddedActorSystem IInternalActorRef.System =>
        throw new NotSupportedException(
            "Cannot ask Nobody: it belongs to no actor system and never replies. Check the reference with IsNobody().");

    IInternalActorRef IInternalActorRef.Parent => this;

    IEnumerable<IInternalActorRef> IInternalActorRef.Children => [];

    IInternalActorRef? IInternalActorRef.Child(string name) => null;

    void IInternalActorRef.SendSystemMessage(SystemMessage message)
    {
    }

    /// <inheritdoc/>
    public override ISurrogate ToSurrogate(ActorSystem system) => new NobodySurrogate();

    /// <summary>Does nothing.</summary>
    protected override void TellInternal(object message, IActorRef? sender)
    {
    }

    /// <summary>Stands in for <see cref="Nobody"/>.</summary>
    public class NobodySurrogate : ISurrogate
    {
        /// <summary>The one reference to nobody.</summary>
        public ISurrogated FromSurrogate(ActorSystem system) => Instance;
    }
}
