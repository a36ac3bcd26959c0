using Akka.Actor.Cells;
using Akka.Actor.Hosting;
using Akka.Dispatch;
using Akka.Dispatch.SystemMessages;

namespace Akka.Actor.References;

/// <summary>The reference to an actor of this process.</summary>
internal sealed class LocalActorRef : ActorRefBase, IInternalActorRef
{
    public LocalActorRef(
        EmbeddedActorSystem system,
        Props props,
        MessageDispatcher dispatcher,
        MailboxType? mailboxType,
        IInternalActorRef parent,
        ActorPath path)
    {
        Path = path;
        Cell = new(system, this, props, dispatcher, mailboxType, parent);
    }

    public override ActorPath Path { get; }

    public ActorCell Cell { get; }

    public EmbeddedActorSystem System => Cell.System;

    public IInternalActorRef Parent => Cell.Parent;

    public IEnumerable<IInternalActorRef> Children => Cell.Children.All.Select(stats => stats.Child);

    public IInternalActorRef? Child(string name) =>
        Cell.Children.Find(name)?.Child ?? (Path.Depth == 0 ? System.Provider.BesideTheTree(name) : null);

    public void SendSystemMessage(SystemMessage message) => Cell.Mailbox.Post(message);

    protected override void TellInternal(object message, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(message);
        Cell.Post(message, sender);
    }
}
