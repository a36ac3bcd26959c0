namespace Akka.Dispatch;

/// <summary>A queue without a limit that takes messages at its front.</summary>
public interface IUnboundedDequeBasedMessageQueueSemantics
    : IDequeBasedMessageQueueSemantics, IUnboundedMessageQueueSemantics
{
}
