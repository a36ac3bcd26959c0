namespace Akka.Actor;

/// <summary>Takes part in conversations with actors without being one.</summary>
public interface IInboxable : ICanWatch
{
    /// <summary>What actors reply to.</summary>
    IActorRef Receiver { get; }

    /// <summary>Waits for the next message, for akka.actor.inbox.default-timeout.</summary>
    /// <inheritdoc cref="Receive(TimeSpan)" path="/exception"/>
    object Receive();

    /// <summary>Waits for the next message.</summary>
    /// <exception cref="TimeoutException">None came in time.</exception>
    object Receive(TimeSpan timeout);

    /// <summary>The next message, or a failure after akka.actor.inbox.default-timeout.</summary>
    /// <inheritdoc cref="ReceiveAsync(TimeSpan)" path="/returns"/>
    Task<object> ReceiveAsync();

    /// <summary>The next message.</summary>
    /// <returns>A <see cref="Status.Failure"/> with a <see cref="TimeoutException"/> if none came in time.</returns>
    Task<object> ReceiveAsync(TimeSpan timeout);

    /// <summary>Waits for the first message that fits; the others stay, in their order.</summary>
    /// <inheritdoc cref="Receive(TimeSpan)" path="/exception"/>
    object ReceiveWhere(Predicate<object> predicate);

    /// <inheritdoc cref="ReceiveWhere(Predicate{object})"/>
    object ReceiveWhere(Predicate<object> predicate, TimeSpan timeout);

    /// <summary>Tells an actor something, with <see cref="Receiver"/> as the sender.</summary>
    void Send(IActorRef target, object message);
}
