using Akka.Actor.Hosting;
using Akka.Dispatch.SystemMessages;

namespace Akka.Actor.References;

/// <summary>The side of a reference that only the runtime sees.</summary>
internal interface IInternalActorRef : IActorRef
{
    EmbeddedActorSystem System { get; }

    /// <summary>The actor's own reference, where this one only stands for it.</summary>
    IInternalActorRef Itself => this;

    IInternalActorRef Parent { get; }

    /// <summary>The living children, in the order of their names.</summary>
    IEnumerable<IInternalActorRef> Children { get; }

    /// <summary>The living child of that name, or null.</summary>
    IInternalActorRef? Child(string name);

    void SendSystemMessage(SystemMessage message);
}
