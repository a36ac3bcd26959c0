namespace Akka.Dispatch;

/// <summary>What a queue can do; an actor may require it of its mailbox.</summary>
public interface ISemantics
{
}
