namespace Akka.Dispatch;

/// <summary>A kind of mailbox whose senders may have to wait for room.</summary>
public interface IProducesPushTimeoutSemanticsMailbox
{
    /// <summary>How long they wait before their message becomes a dead letter.</summary>
    TimeSpan PushTimeout { get; }
}
