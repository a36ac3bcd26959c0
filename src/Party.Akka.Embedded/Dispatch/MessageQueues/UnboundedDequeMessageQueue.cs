namespace Akka.Dispatch.MessageQueues;

/// <summary>First in, first out, without a limit; the actor may put messages back to the front.</summary>
public class UnboundedDequeMessageQueue : DequeWrapperMessageQueue, IUnboundedDequeBasedMessageQueueSemantics
{
    /// <summary>An empty queue.</summary>
    public UnboundedDequeMessageQueue()
        : base(new UnboundedMessageQueue())
    {
    }
}
