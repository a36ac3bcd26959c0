namespace Akka.Dispatch;

/// <summary>A queue with a limit that takes messages at its front.</summary>
public interface IBoundedDequeBasedMessageQueueSemantics
    : IBoundedMessageQueueSemantics, IDequeBasedMessageQueueSemantics
{
}
