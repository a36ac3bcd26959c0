using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>Lets a queue take messages at its front.</summary>
public class DequeWrapperMessageQueue : IMessageQueue, IDequeBasedMessageQueueSemantics
{
    /// <summary>The queue behind the front.</summary>
    protected readonly IMessageQueue MessageQueue;

    // Only the actor itself puts messages back, and only it takes them.
    private readonly Stack<Envelope> _front = new();

    /// <summary>Puts a front before <paramref name="messageQueue"/>.</summary>
    public DequeWrapperMessageQueue(IMessageQueue messageQueue) => MessageQueue = messageQueue;

    /// <inheritdoc/>
    public bool HasMessages => _front.Count > 0 || MessageQueue.HasMessages;

    /// <inheritdoc/>
    public int Count => _front.Count + MessageQueue.Count;

    /// <inheritdoc/>
    public void Enqueue(IActorRef receiver, Envelope envelope) => MessageQueue.Enqueue(receiver, envelope);

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope) =>
        _front.TryPop(out envelope) || MessageQueue.TryDequeue(out envelope);

    /// <inheritdoc/>
    public void EnqueueFirst(Envelope envelope) => _front.Push(envelope);

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters) => this.MoveTo(deadletters, owner);
}
