using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>What queues do with the messages that are left at the end.</summary>
internal static class LeftMessages
{
    public static void MoveTo(this IMessageQueue queue, IMessageQueue deadLetters, IActorRef owner)
    {
        while (queue.TryDequeue(out var envelope))
        {
            deadLetters.Enqueue(owner, envelope);
        }
    }
}
