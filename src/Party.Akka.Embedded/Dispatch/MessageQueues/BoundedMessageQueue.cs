using System.Diagnostics;
using Akka.Actor;
using Akka.Actor.References;
using Akka.Event;

namespace Akka.Dispatch.MessageQueues;

/// <summary>First in, first out, with a limit: senders wait for room, and in the end make a dead letter.</summary>
public class BoundedMessageQueue : IMessageQueue, IBoundedMessageQueueSemantics
{
    private readonly Queue<Envelope> _queue = new();
    private readonly int _capacity;

    /// <summary>For so many messages; a sender waits so long for room, for ever if the time is negative.</summary>
    public BoundedMessageQueue(int boundedCapacity, TimeSpan pushTimeOut)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(boundedCapacity);
        _capacity = boundedCapacity;
        PushTimeOut = pushTimeOut;
    }

    /// <inheritdoc/>
    public bool HasMessages => Count > 0;

    /// <inheritdoc/>
    public int Count
    {
        get
        {
            lock (_queue)
            {
                return _queue.Count;
            }
        }
    }

    /// <inheritdoc/>
    public TimeSpan PushTimeOut { get; set; }

    /// <inheritdoc/>
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        if (!TryEnqueue(envelope))
        {
            ((IInternalActorRef)receiver).System.DeadLetters.Tell(
                new DeadLetter(envelope.Message, envelope.Sender, receiver), envelope.Sender);
        }
    }

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope)
    {
        lock (_queue)
        {
            Monitor.Pulse(_queue);
            return _queue.TryDequeue(out envelope);
        }
    }

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters) => this.MoveTo(deadletters, owner);

    private bool TryEnqueue(Envelope envelope)
    {
        var start = Stopwatch.GetTimestamp();
        lock (_queue)
        {
            while (_queue.Count >= _capacity)
            {
                if (!WaitForRoom(start))
                {
                    return false;
                }
            }

            _queue.Enqueue(envelope);
            return true;
        }
    }

    private bool WaitForRoom(long start)
    {
        if (PushTimeOut < TimeSpan.Zero)
        {
            return Monitor.Wait(_queue);
        }

        var left = PushTimeOut - Stopwatch.GetElapsedTime(start);
        return left > TimeSpan.Zero && Monitor.Wait(_queue, left);
    }
}
