using Akka.Actor.References;

namespace Akka.Dispatch.SystemMessages;

/// <summary>Forget what <see cref="Watch"/> asked for.</summary>
internal sealed class Unwatch(IInternalActorRef watcher) : SystemMessage
{
    public IInternalActorRef Watcher => watcher;
}
