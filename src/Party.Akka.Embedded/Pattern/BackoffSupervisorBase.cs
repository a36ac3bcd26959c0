using Akka.Actor;
using Akka.Actor.Hosting;

namespace Akka.Pattern;

/// <summary>Supervises one child, passes messages on to it, and starts it again after a wait.</summary>
public abstract class BackoffSupervisorBase : ActorBase
{
    private readonly ChildBackoff _options;
    private bool _isFinal;

    private protected BackoffSupervisorBase(ChildBackoff options) => _options = options;

    /// <summary>The child; null while there is none.</summary>
    protected IActorRef? Child { get; private set; }

    /// <summary>How often the child was started again since the count began.</summary>
    protected int RestartCountN { get; private set; }

    private protected ChildBackoff Options => _options;

    /// <summary>Starts the child.</summary>
    protected override void PreStart() => StartChild();

    /// <summary>Handles what concerns the child, and passes on everything else.</summary>
    protected bool HandleBackoff(object message)
    {
        switch (message)
        {
            case Terminated terminated when terminated.ActorRef.Equals(Child):
                ChildStopped(_isFinal);
                return true;
            case BackoffSupervisor.StartChild:
                StartChild();
                return true;
            case BackoffSupervisor.ResetRestartCount reset:
                RestartCountN = reset.Current == RestartCountN ? 0 : RestartCountN;
                return true;
            case BackoffSupervisor.Reset when _options.AutoReset is null:
                RestartCountN = 0;
                return true;
            case BackoffSupervisor.Reset:
                return false;
            case BackoffSupervisor.GetRestartCount:
                Sender.Tell(new BackoffSupervisor.RestartCount(RestartCountN), Self);
                return true;
            case BackoffSupervisor.GetCurrentChild:
                Sender.Tell(new BackoffSupervisor.CurrentChild(Child), Self);
                return true;
            default:
                PassOn(message);
                return true;
        }
    }

    /// <summary>Called when the child has ended.</summary>
    private protected abstract void ChildStopped(bool isFinal);

    /// <summary>Waits, then starts the child again; stops instead when that was done often enough.</summary>
    private protected void StartChildLater()
    {
        Child = null;
        var allowed = _options.Strategy.MaxNumberOfRetries;
        if (allowed >= 0 && RestartCountN >= allowed)
        {
            Context.Stop(Self);
            return;
        }

        var chance = ((EmbeddedActorSystem)Context.System).Parts.Chance();
        Schedule(_options.Waits.Before(RestartCountN, chance), BackoffSupervisor.StartChild.Instance);
        RestartCountN++;
    }

    private void StartChild()
    {
        if (Child is not null)
        {
            return;
        }

        Child = Context.Watch(Context.ActorOf(_options.ChildProps, _options.ChildName));
        if (_options.AutoReset is { } lifetime)
        {
            Schedule(lifetime, new BackoffSupervisor.ResetRestartCount(RestartCountN));
        }
    }

    // What the child says is for the supervisor's parent: the child does not know that it has a supervisor of this
    // kind.
    private void PassOn(object message)
    {
        if (Child is not null && Sender.Equals(Child))
        {
            Context.Parent.Forward(message);
            return;
        }

        _isFinal |= _options.IsFinalStop(message);
        if (Child is not null)
        {
            Child.Forward(message);
        }
        else if (_isFinal)
        {
            Context.Stop(Self);
        }
        else if (_options.ReplyWhileStopped is { } reply)
        {
            Sender.Tell(reply, Self);
        }
        else
        {
            Context.System.DeadLetters.Forward(message);
        }
    }

    private void Schedule(TimeSpan delay, object message) =>
        Context.System.Scheduler.ScheduleTellOnce(delay, Self, message, Self);
}
