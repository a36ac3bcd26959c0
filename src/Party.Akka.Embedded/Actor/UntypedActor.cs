using Akka.Dispatch;

namespace Akka.Actor;

/// <summary>An actor that sees every message in one method.</summary>
public abstract class UntypedActor : ActorBase
{
    /// <summary>The runtime's side of this actor.</summary>
    protected static new IUntypedActorContext Context => Cell;

    /// <summary>Handles the message through <see cref="OnReceive"/>.</summary>
    protected sealed override bool Receive(object message)
    {
        OnReceive(message);
        return true;
    }

    /// <summary>Handles one message; call <see cref="ActorBase.Unhandled"/> for what is not meant for it.</summary>
    protected abstract void OnReceive(object message);

    /// <inheritdoc cref="IUntypedActorContext.Become(UntypedReceive)"/>
    protected void Become(UntypedReceive receive) => Context.Become(receive);

    /// <inheritdoc cref="IUntypedActorContext.BecomeStacked(UntypedReceive)"/>
    protected void BecomeStacked(UntypedReceive receive) => Context.BecomeStacked(receive);

    /// <summary>Runs an asynchronous part of this handler; no other message is handled before it ends.</summary>
    protected void RunTask(Func<Task> action) => ActorTaskScheduler.RunTask(action);

    /// <summary>Runs <paramref name="action"/> so that what it awaits comes back to the actor.</summary>
    protected void RunTask(Action action) => ActorTaskScheduler.RunTask(action);
}
