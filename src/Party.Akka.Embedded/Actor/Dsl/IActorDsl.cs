namespace Akka.Actor.Dsl;

/// <summary>An actor as the function that writes it sees it: what it handles, and what it does in its life.</summary>
/// <remarks>
/// Every handler and every step of the life gets the actor's context as its last argument. A step that is null is what
/// an actor does anyway; one that is set takes its place, and may call the <c>Default…</c> of the same name.
/// </remarks>
public interface IActorDsl
{
    /// <summary>What a new instance does with the cause once it stands in for the failed one.</summary>
    Action<Exception, IActorContext>? OnPostRestart { get; set; }

    /// <summary>What a failed instance does with the cause and the message before it is replaced.</summary>
    Action<Exception, object?, IActorContext>? OnPreRestart { get; set; }

    /// <summary>What is done when the actor has stopped.</summary>
    Action<IActorContext>? OnPostStop { get; set; }

    /// <summary>What is done before the first message.</summary>
    Action<IActorContext>? OnPreStart { get; set; }

    /// <summary>What becomes of children that fail; null for the strategy that every actor has.</summary>
    SupervisorStrategy? Strategy { get; set; }

    /// <summary>Handles messages of a type.</summary>
    void Receive<T>(Action<T, IActorContext> handler);

    /// <summary>Handles messages of a type that a condition holds for.</summary>
    void Receive<T>(Action<T, IActorContext> handler, Predicate<T> shouldHandle);

    /// <inheritdoc cref="Receive{T}(Action{T, IActorContext}, Predicate{T})"/>
    void Receive<T>(Predicate<T> shouldHandle, Action<T, IActorContext> handler);

    /// <summary>Handles every message that no handler before it took.</summary>
    void ReceiveAny(Action<object, IActorContext> handler);

    /// <summary>Handles messages of a type; the next one waits until the task has ended.</summary>
    void ReceiveAsync<T>(Func<T, IActorContext, Task> handler, Predicate<T>? shouldHandle = null);

    /// <inheritdoc cref="ReceiveAsync{T}(Func{T, IActorContext, Task}, Predicate{T})"/>
    void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, IActorContext, Task> handler);

    /// <summary>Handles every message that no handler before it took; the next one waits for the task.</summary>
    void ReceiveAnyAsync(Func<object, IActorContext, Task> handler);

    /// <summary>What a failed instance does if <see cref="OnPreRestart"/> is null.</summary>
    void DefaultPreRestart(Exception reason, object? message);

    /// <summary>What a new instance does if <see cref="OnPostRestart"/> is null: starts.</summary>
    void DefaultPostRestart(Exception reason);

    /// <summary>What is done if <see cref="OnPreStart"/> is null.</summary>
    void DefaultPreStart();

    /// <summary>What is done if <see cref="OnPostStop"/> is null.</summary>
    void DefaultPostStop();

    /// <summary>Handles every message from now on by the handler.</summary>
    void Become(Action<object, IActorContext> handler);

    /// <summary>Handles every message by the handler until <see cref="UnbecomeStacked"/>.</summary>
    void BecomeStacked(Action<object, IActorContext> handler);

    /// <summary>Goes back to what was before the last <see cref="BecomeStacked"/>.</summary>
    void UnbecomeStacked();

    /// <summary>Makes a child that a function writes; the actor chooses the name if none is given.</summary>
    IActorRef ActorOf(Action<IActorDsl> config, string? name = null);
}
