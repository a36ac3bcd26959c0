using Akka.Actor.Cells;
using Akka.Actor.References;
using Akka.Dispatch.SystemMessages;
using Akka.Event;

namespace Akka.Actor;

/// <summary>How an actor deals with children that fail: a decider, and whom its decision concerns.</summary>
public abstract class SupervisorStrategy
{
    /// <summary>Stops a child that was killed, could not start or broke a death pact; else restarts it.</summary>
    public static readonly IDecider DefaultDecider = Actor.Decider.From(
        Directive.Restart,
        Directive.Stop.When<ActorInitializationException>(),
        Directive.Stop.When<ActorKilledException>(),
        Directive.Stop.When<DeathPactException>());

    /// <summary>One for one, by the default decider, without a limit.</summary>
    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(DefaultDecider);

    /// <summary>One for one, stopping whatever fails.</summary>
    public static readonly OneForOneStrategy StoppingStrategy = new(static _ => Directive.Stop);

    /// <summary>Derive from the strategies of this assembly instead.</summary>
    private protected SupervisorStrategy()
    {
    }

    /// <summary>Chooses the directive.</summary>
    public abstract IDecider Decider { get; }

    /// <summary>Whether failures are logged. Default true.</summary>
    protected bool LoggingEnabled { get; set; } = true;

    /// <summary>Acts on the failure of a child.</summary>
    /// <returns>False to escalate.</returns>
    internal bool HandleFailure(ActorCell cell, ChildStats failed, Exception cause)
    {
        var directive = Handle(failed.Child, cause);
        if (LoggingEnabled)
        {
            LogFailure(cell, failed.Child, cause, directive);
        }

        switch (directive)
        {
            case Directive.Resume:
                failed.Child.SendSystemMessage(new Resume(cause));
                return true;
            case Directive.Restart or Directive.Stop:
                ProcessFailure(cell, directive == Directive.Restart, failed, cause);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Restarts or stops the children that the failure of one concerns.</summary>
    internal abstract void ProcessFailure(ActorCell cell, bool restart, ChildStats failed, Exception cause);

    /// <summary>Called when a child has ended, for whatever reason.</summary>
    internal virtual void HandleChildTerminated(ActorCell cell, IInternalActorRef child)
    {
    }

    /// <summary>The directive for one failure; the default asks the decider.</summary>
    protected abstract Directive Handle(IActorRef child, Exception exception);

    /// <summary>Logs a failure under the child's path: an error, a warning for resume, nothing for escalate.</summary>
    protected virtual void LogFailure(IActorContext context, IActorRef child, Exception cause, Directive directive)
    {
        var message = (cause as ActorInitializationException)?.InnerException?.Message ?? cause.Message;
        var source = child.Path.ToString();
        if (directive == Directive.Resume)
        {
            context.System.EventStream.Publish(new Warning(cause, source, GetType(), message));
        }
        else if (directive != Directive.Escalate)
        {
            context.System.EventStream.Publish(new Error(cause, source, GetType(), message));
        }
    }
}
