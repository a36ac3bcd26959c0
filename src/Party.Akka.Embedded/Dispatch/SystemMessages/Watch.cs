using Akka.Actor.References;

namespace Akka.Dispatch.SystemMessages;

/// <summary>Tell <see cref="Watcher"/> when the receiver ends.</summary>
internal sealed class Watch(IInternalActorRef watchee, IInternalActorRef watcher) : SystemMessage
{
    public IInternalActorRef Watchee => watchee;

    public IInternalActorRef Watcher => watcher;
}
