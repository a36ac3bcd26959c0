namespace Akka.Actor;

/// <summary>
/// Marks messages that a stranger should not be able to send, since they stop or confuse their receiver.
/// </summary>
public interface IPossiblyHarmful
{
}
