using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>The queue of a configured mailbox: many threads enqueue, one dequeues.</summary>
public interface IMessageQueue
{
    /// <summary>How many messages wait. May be out of date when it is read from outside the actor.</summary>
    int Count { get; }

    /// <summary>Whether a call of <see cref="TryDequeue"/> would find a message.</summary>
    bool HasMessages { get; }

    /// <summary>Appends a message to <paramref name="receiver"/>; without room it is a dead letter.</summary>
    void Enqueue(IActorRef receiver, Envelope envelope);

    /// <summary>Takes the next message, without waiting for one.</summary>
    bool TryDequeue(out Envelope envelope);

    /// <summary>Moves what is left to <paramref name="deadletters"/> when <paramref name="owner"/> has ended.</summary>
    void CleanUp(IActorRef owner, IMessageQueue deadletters);
}
