namespace Akka.Event;

/// <summary>Marks messages nobody misses: undelivered, they are a <see cref="SuppressedDeadLetter"/>.</summary>
public interface IDeadLetterSuppression
{
}
