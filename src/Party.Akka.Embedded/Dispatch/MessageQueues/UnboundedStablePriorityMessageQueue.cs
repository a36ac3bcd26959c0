using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>By priority, the lowest number first; equals in the order they came. Without a limit.</summary>
public class UnboundedStablePriorityMessageQueue : BlockingMessageQueue, IUnboundedDequeBasedMessageQueueSemantics
{
    private readonly EnvelopeHeap _heap;

    /// <summary>An empty queue with room for so many messages at first.</summary>
    public UnboundedStablePriorityMessageQueue(Func<object, int> priorityGenerator, int initialCapacity) =>
        _heap = new(priorityGenerator, initialCapacity);

    /// <inheritdoc/>
    protected override int LockedCount => _heap.Count;

    /// <summary>Puts a message before all others, whatever its priority.</summary>
    public void EnqueueFirst(Envelope envelope) => _heap.AddFirst(envelope);

    /// <inheritdoc/>
    protected override void LockedEnqueue(Envelope envelope) => _heap.Add(envelope);

    /// <inheritdoc/>
    protected override bool LockedTryDequeue(out Envelope envelope) => _heap.TryTake(out envelope);
}
