namespace Akka.Actor;

/// <summary>Marks messages that the runtime handles before the actor sees them.</summary>
public interface IAutoReceivedMessage
{
}
