using Akka.Actor;

namespace Akka.Dispatch.MessageQueues;

/// <summary>A queue that locks, for orders other than first in, first out.</summary>
public abstract class BlockingMessageQueue : IMessageQueue
{
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public bool HasMessages => Count > 0;

    /// <inheritdoc/>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return LockedCount;
            }
        }
    }

    /// <summary>How many messages wait. Called under the lock.</summary>
    protected abstract int LockedCount { get; }

    /// <inheritdoc/>
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        lock (_lock)
        {
            LockedEnqueue(envelope);
        }
    }

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope)
    {
        lock (_lock)
        {
            return LockedTryDequeue(out envelope);
        }
    }

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters) => this.MoveTo(deadletters, owner);

    /// <summary>Adds a message. Called under the lock.</summary>
    protected abstract void LockedEnqueue(Envelope envelope);

    /// <summary>Takes the next message. Called under the lock.</summary>
    protected abstract bool LockedTryDequeue(out Envelope envelope);
}
