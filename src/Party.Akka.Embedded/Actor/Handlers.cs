namespace Akka.Actor;

/// <summary>One behaviour of a <see cref="ReceiveActor"/>: handlers, tried in the order they were written.</summary>
internal sealed class Handlers
{
    private readonly List<Receive> _handlers = [];
    private bool _takesEverything;

    /// <summary>Adds a handler that answers whether it took the message.</summary>
    /// <param name="messageType">The type the handler asks for.</param>
    /// <param name="takesAll">Whether it takes every message of that type.</param>
    /// <param name="handler">Tests the type itself.</param>
    public void Add(Type messageType, bool takesAll, Receive handler)
    {
        if (messageType is null)
        {
            throw new ArgumentException("Expected the type of messages to handle, got null.", nameof(messageType));
        }

        if (_takesEverything)
        {
            throw new InvalidOperationException(
                $"Cannot add a handler for {messageType}: the one before it takes every message. "
                + "Write ReceiveAny, or Receive<object>, last.");
        }

        _takesEverything = takesAll && messageType == typeof(object);
        _handlers.Add(handler);
    }

    public bool Handle(object message)
    {
        foreach (var handler in _handlers)
        {
            if (handler(message))
            {
                return true;
            }
        }

        return false;
    }
}
