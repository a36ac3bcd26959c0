namespace Akka.Actor;

/// <summary>An actor with a list of handlers by message type; the first one that fits takes the message.</summary>
/// <remarks>
/// Handlers are written in the constructor, and in the method given to <see cref="Become"/>; anywhere else is an error.
/// </remarks>
public abstract partial class ReceiveActor : UntypedActor
{
    // The handlers being written; null while the actor runs.
    private Handlers? _open = new();

    private Handlers? _first;

    internal sealed override void Constructed()
    {
        _first = _open;
        _open = null;
    }

    /// <summary>Handles the message by the handlers of the constructor.</summary>
    protected sealed override void OnReceive(object message)
    {
        if (_first is null || !_first.Handle(message))
        {
            Unhandled(message);
        }
    }

    /// <summary>Replaces the handlers by those that <paramref name="configure"/> writes.</summary>
    protected void Become(Action configure) => base.Become(Behavior(configure));

    /// <summary>Like <see cref="Become"/>, keeping the present handlers below.</summary>
    protected void BecomeStacked(Action configure) => base.BecomeStacked(Behavior(configure));

    /// <summary>Handles messages of a type, those for which <paramref name="shouldHandle"/> holds.</summary>
    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) =>
        Add(typeof(T), shouldHandle is null, message =>
        {
            if (message is not T typed || !(shouldHandle?.Invoke(typed) ?? true))
            {
                return false;
            }

            handler(typed);
            return true;
        });

    /// <inheritdoc cref="Receive{T}(Action{T}, Predicate{T})"/>
    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

    /// <summary>Handles messages of a type; the handler answers whether it took the message.</summary>
    protected void Receive<T>(Func<T, bool> handler) =>
        Add(typeof(T), takesAll: false, message => message is T typed && handler(typed));

    /// <summary>Handles messages of a type that is only known at run time.</summary>
    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null) =>
        Add(messageType, shouldHandle is null, message =>
        {
            if (!messageType.IsInstanceOfType(message) || !(shouldHandle?.Invoke(message) ?? true))
            {
                return false;
            }

            handler(message);
            return true;
        });

    /// <inheritdoc cref="Receive(Type, Action{object}, Predicate{object})"/>
    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Receive(messageType, handler, shouldHandle);

    /// <inheritdoc cref="Receive{T}(Func{T, bool})"/>
    protected void Receive(Type messageType, Func<object, bool> handler) =>
        Add(messageType, takesAll: false, message => messageType.IsInstanceOfType(message) && handler(message));

    /// <summary>Handles every message. No handler may follow it.</summary>
    protected void ReceiveAny(Action<object> handler) => Receive(handler);

    private void Add(Type messageType, bool takesAll, Receive handler)
    {
        if (_open is null)
        {
            throw new InvalidOperationException(
                $"Cannot add a handler for {messageType} to {GetType()} while it handles a message. "
                + "Write handlers in the constructor, or in the method given to Become.");
        }

        _open.Add(messageType, takesAll, handler);
    }

    private UntypedReceive Behavior(Action configure)
    {
        var outer = _open;
        var handlers = _open = new();
        try
        {
            configure();
        }
        finally
        {
            _open = outer;
        }

        return message =>
        {
            if (!handlers.Handle(message))
            {
                Unhandled(message);
            }
        };
    }
}
