using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>A queue that takes messages at its front.</summary>
public interface IDequeBasedMessageQueueSemantics : ISemantics
{
    /// <summary>Puts a message before all others.</summary>
    void EnqueueFirst(Envelope envelope);
}
