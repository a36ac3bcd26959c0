namespace Akka.Dispatch.MessageQueues;

/// <summary>First in, first out, with a limit that does not count what the actor puts back.</summary>
public class BoundedDequeMessageQueue : DequeWrapperMessageQueue, IBoundedDequeBasedMessageQueueSemantics
{
    /// <summary>For so many messages; a sender waits so long for room, for ever if the time is negative.</summary>
    public BoundedDequeMessageQueue(int boundedCapacity, TimeSpan pushTimeOut)
        : base(new BoundedMessageQueue(boundedCapacity, pushTimeOut)) => PushTimeOut = pushTimeOut;

    /// <inheritdoc/>
    public TimeSpan PushTimeOut { get; }
}
