using Akka.Actor.Cells;
using Akka.Event;

namespace Akka.Actor;

/// <summary>The base of all actors: state and behaviour that one message at a time may touch.</summary>
/// <remarks>
/// An instance is made by its cell, from the props, and replaced by a new one when it restarts. Everything here belongs
/// to the actor's own thread: after an await that left the actor, or on a task's thread, <see cref="Context"/>,
/// <see cref="Self"/> and <see cref="Sender"/> are a <see cref="NotSupportedException"/>.
/// </remarks>
public abstract class ActorBase
{
    // Asked for once per instance, at the first failure or end of a child.
    private SupervisorStrategy? _strategy;

    /// <summary>Called by the runtime alone.</summary>
    /// <exception cref="ActorInitializationException">Somebody else called it.</exception>
    protected ActorBase()
    {
        var cell = ActorCell.Current ?? throw new ActorInitializationException(
            $"Cannot construct {GetType()} by new: an actor lives in a cell. "
            + $"Pass Props.Create(() => new {GetType().Name}(…)) to ActorOf.");
        cell.BeginWith(Receive);
    }

    /// <summary>The runtime's side of this actor.</summary>
    protected static IActorContext Context => Cell;

    /// <summary>A behaviour that handles nothing.</summary>
    protected static Receive EmptyReceive { get; } = static _ => false;

    /// <summary>The actor's own reference, the same through restarts.</summary>
    protected IActorRef Self => Cell.Self;

    /// <summary>Who sent the message being handled; the dead letters where nobody did.</summary>
    protected IActorRef Sender => Cell.Sender;

    internal static ActorCell Cell => ActorCell.Current ?? throw new NotSupportedException(
        "Cannot reach the context of an actor: none runs on this thread. Take Self, Sender and Context into variables "
        + "before starting a task, or use ReceiveAsync, which comes back to the actor after each await.");

    /// <summary>Runs <see cref="PreStart"/>; override it to wrap every start.</summary>
    public virtual void AroundPreStart() => PreStart();

    /// <summary>Runs <see cref="PreRestart"/> on the instance that failed.</summary>
    public virtual void AroundPreRestart(Exception cause, object? message) => PreRestart(cause, message);

    /// <summary>Runs <see cref="PostRestart"/> on the new instance.</summary>
    public virtual void AroundPostRestart(Exception cause, object? message) => PostRestart(cause);

    /// <summary>Runs <see cref="PostStop"/>.</summary>
    public virtual void AroundPostStop() => PostStop();

    internal virtual void Constructed()
    {
    }

    internal SupervisorStrategy OwnStrategy() => _strategy ??= SupervisorStrategy();

    /// <summary>Runs one behaviour on one message, and <see cref="Unhandled"/> where it declines.</summary>
    protected internal virtual bool AroundReceive(Receive receive, object message)
    {
        var handled = receive(message);
        if (!handled)
        {
            Unhandled(message);
        }

        return handled;
    }

    /// <summary>The first behaviour: answers whether it handled the message.</summary>
    protected abstract bool Receive(object message);

    /// <summary>Called after construction, before the first message. The default does nothing.</summary>
    protected virtual void PreStart()
    {
    }

    /// <summary>Called on what failed. The default stops the children and calls <see cref="PostStop"/>.</summary>
    /// <param name="reason">What it threw.</param>
    /// <param name="message">What it was handling; null where it was no message.</param>
    protected virtual void PreRestart(Exception reason, object? message)
    {
        foreach (var child in Context.GetChildren())
        {
            Context.Unwatch(child);
            Context.Stop(child);
        }

        PostStop();
    }

    /// <summary>Called on the new instance of a restart. The default calls <see cref="PreStart"/>.</summary>
    protected virtual void PostRestart(Exception reason) => PreStart();

    /// <summary>Called when the actor has stopped, after all of its children. The default does nothing.</summary>
    protected virtual void PostStop()
    {
    }

    /// <summary>How this actor supervises its children; the default restarts them.</summary>
    protected virtual SupervisorStrategy SupervisorStrategy() => Actor.SupervisorStrategy.DefaultStrategy;

    /// <summary>Called with what nothing handled. The default publishes an <see cref="UnhandledMessage"/>.</summary>
    /// <exception cref="DeathPactException">The message is <see cref="Terminated"/>.</exception>
    protected virtual void Unhandled(object message)
    {
        if (message is Terminated terminated)
        {
            throw new DeathPactException(terminated.ActorRef);
        }

        Context.System.EventStream.Publish(new UnhandledMessage(message, Sender, Self));
    }

    /// <inheritdoc cref="IActorContext.Become"/>
    protected void Become(Receive receive) => Context.Become(receive);

    /// <inheritdoc cref="IActorContext.BecomeStacked"/>
    protected void BecomeStacked(Receive receive) => Context.BecomeStacked(receive);

    /// <inheritdoc cref="IActorContext.UnbecomeStacked"/>
    protected void UnbecomeStacked() => Context.UnbecomeStacked();

    /// <inheritdoc cref="IActorContext.SetReceiveTimeout"/>
    protected void SetReceiveTimeout(TimeSpan? timeout) => Context.SetReceiveTimeout(timeout);
}
