using Akka.Actor;

namespace Party.Actors.Awaiting;

/// <summary>A message for the stage's own behaviour that came while a handler waited, and comes once more.</summary>
/// <param name="of">Who held it.</param>
/// <param name="message">The message; its sender is that of this one.</param>
internal sealed class OwnMessage(Handling of, object message) : IWrappedMessage, INoSerializationVerificationNeeded
{
    private Handling? _of = of;

    /// <inheritdoc/>
    public object Message => message;

    /// <summary>What the stage's own code knows of a message.</summary>
    public static object? Unwrap(object? message) => message is OwnMessage own ? own.Message : message;

    /// <summary>It has come; from then on it is a message like any other, however often it is stashed.</summary>
    /// <returns>Whether it is awaited there.</returns>
    public bool Arrive(Handling at)
    {
        var isDue = _of == at;
        _of = null;
        return isDue;
    }
}
