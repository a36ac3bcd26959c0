using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>
/// Says which queue a <see cref="MailboxType"/> makes, so that it can be held against what an actor requires.
/// </summary>
public interface IProducesMessageQueue<TQueue>
    where TQueue : IMessageQueue
{
}
