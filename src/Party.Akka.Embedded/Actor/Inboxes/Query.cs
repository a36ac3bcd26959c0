namespace Akka.Actor.Inboxes;

/// <summary>Asks an inbox for a message, any one without a predicate, until a moment of the monotonic clock.</summary>
internal sealed record Query(Predicate<object>? Predicate, TimeSpan Deadline)
{
    public bool Fits(object message) => Predicate?.Invoke(message) ?? true;
}
