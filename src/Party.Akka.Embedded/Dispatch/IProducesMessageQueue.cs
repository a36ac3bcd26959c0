using Akka.Dispatch.MessageQueues;

namespace Akka.Dispatch;

/// <summary>Says which queue a <see cref="MailboxType"/> makes, for actors that require one.</summary>
public interface IProducesMessageQueue<TQueue>
    where TQueue : IMessageQueue
{
}
