namespace Akka.Event;

/// <summary>
/// Marks messages nobody misses: undelivered, they become a <see cref="SuppressedDeadLetter"/>, which is not logged.
/// </summary>
public interface IDeadLetterSuppression
{
}
