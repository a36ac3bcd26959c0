namespace Akka.Dispatch;

/// <summary>An actor whose mailbox must have a queue that can do <typeparamref name="T"/>.</summary>
public interface IRequiresMessageQueue<T>
    where T : ISemantics
{
}
