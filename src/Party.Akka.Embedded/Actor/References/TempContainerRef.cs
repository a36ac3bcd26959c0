using System.Collections.Concurrent;
using Akka.Actor.Hosting;

namespace Akka.Actor.References;

/// <summary>The parent of references that only wait for an answer, at <c>/temp</c>.</summary>
internal sealed class TempContainerRef(EmbeddedActorSystem system, ActorPath path) : ActorRefBase, IInternalActorRef
{
    private readonly ConcurrentDictionary<string, IInternalActorRef> _waiting = new(StringComparer.Ordinal);
    private long _names;

    public override ActorPath Path => path;

    public EmbeddedActorSystem System => system;

    public IInternalActorRef Parent => system.Provider.RootGuardian;

    public IEnumerable<IInternalActorRef> Children => _waiting.Values.OrderBy(child => child.Path);

    public IInternalActorRef? Child(string name) => _waiting.GetValueOrDefault(name);

    public ActorPath NextPath() => path / UniqueName.Of(Interlocked.Increment(ref _names) - 1)[1..];

    public void Add(IInternalActorRef child) => _waiting[child.Path.Name] = child;

    public void Remove(IInternalActorRef child) => _waiting.TryRemove(child.Path.Name, out _);

    public void SendSystemMessage(Dispatch.SystemMessages.SystemMessage message) =>
        Dispatch.SystemMessages.DeadSystemMessages.Bury(message);

    protected override void TellInternal(object message, IActorRef? sender) => system.DeadLetters.Tell(message, sender);
}
