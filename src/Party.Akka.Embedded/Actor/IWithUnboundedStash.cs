using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>An actor with a stash without a limit.</summary>
public interface IWithUnboundedStash
    : IWithUnrestrictedStash, IRequiresMessageQueue<IUnboundedDequeBasedMessageQueueSemantics>
{
}
