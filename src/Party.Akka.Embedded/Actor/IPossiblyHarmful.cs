namespace Akka.Actor;

/// <summary>Marks messages that strangers should not send, since they stop or confuse their receiver.</summary>
public interface IPossiblyHarmful
{
}
