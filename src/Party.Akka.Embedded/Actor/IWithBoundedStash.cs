using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>An actor with a stash, on a mailbox that has a limit.</summary>
[Obsolete("Use IWithStash, on a mailbox of type BoundedDequeBasedMailbox.")]
public interface IWithBoundedStash
    : IWithUnrestrictedStash, IRequiresMessageQueue<IBoundedDequeBasedMessageQueueSemantics>
{
}
