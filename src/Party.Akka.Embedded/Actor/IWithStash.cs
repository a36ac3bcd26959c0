using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>An actor with a stash that its props, or stash-capacity of its mailbox, may limit.</summary>
public interface IWithStash : IWithUnrestrictedStash, IRequiresMessageQueue<IDequeBasedMessageQueueSemantics>
{
}
