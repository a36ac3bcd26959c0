using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>
/// An actor with a stash that may be limited, by Props.WithStashCapacity or by stash-capacity of its mailbox.
/// </summary>
public interface IWithStash : IWithUnrestrictedStash, IRequiresMessageQueue<IDequeBasedMessageQueueSemantics>
{
}
