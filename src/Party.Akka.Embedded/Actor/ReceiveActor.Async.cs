using Akka.Dispatch;

namespace Akka.Actor;

/// <content>Handlers that await.</content>
public abstract partial class ReceiveActor
{
    /// <summary>Handles messages of a type asynchronously; no other one is handled before the task ends.</summary>
    /// <remarks>Self, Sender and Context stay right after each await; an exception goes to the supervisor.</remarks>
    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
        Receive(Awaiting(handler), shouldHandle);

    /// <inheritdoc cref="ReceiveAsync{T}(Func{T, Task}, Predicate{T})"/>
    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) =>
        Receive(Awaiting(handler), shouldHandle);

    /// <inheritdoc cref="ReceiveAsync{T}(Func{T, Task}, Predicate{T})"/>
    protected void ReceiveAsync(Type messageType, Func<object, Task> handler, Predicate<object>? shouldHandle = null) =>
        Receive(messageType, Awaiting(handler), shouldHandle);

    /// <inheritdoc cref="ReceiveAsync{T}(Func{T, Task}, Predicate{T})"/>
    protected void ReceiveAsync(Type messageType, Predicate<object> shouldHandle, Func<object, Task> handler) =>
        Receive(messageType, Awaiting(handler), shouldHandle);

    /// <summary>Handles every message asynchronously. No handler may follow it.</summary>
    protected void ReceiveAnyAsync(Func<object, Task> handler) => ReceiveAny(Awaiting(handler));

    private static Action<T> Awaiting<T>(Func<T, Task> handler) =>
        message => ActorTaskScheduler.RunTask(() => handler(message));
}
