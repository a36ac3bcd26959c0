using Akka.Actor;
using Akka.Actor.Hosting;

namespace Akka.Pattern;

/// <summary>Supervises one child, passes messages on to it, and starts it again after a wait.</summary>
public abstract class BackoffSupervisorBase : ActorBase
{
    private readonly ChildBackoff _options;

    private protected BackoffSupervisorBase(ChildBackoff options) => _options = options;

    /// <summary>The child; null while there is none.</summary>
    protected IActorRef? Child { get; private set; }

    /// <summary>How often the child was started again since the count began.</summary>
    protected int RestartCountN { get; private set; }

    private protected ChildBackoff Options => _options;

    /// <summary>Whether a message went on to the child that is to be its last one.</summary>
    private protected bool IsFinal { get; private set; }

    private protected bool IsExhausted =>
        _options.Strategy.MaxNumberOfRetries is >= 0 and var allowed && RestartCountN >= allowed;

    /// <summary>Starts the child.</summary>
    protected override void PreStart() => StartChild();

    /// <summary>Handles what concerns the child, and passes on everything else.</summary>
    protected bool HandleBackoff(object message)
    {
        switch (message)
        {
            case BackoffSupervisor.StartChild:
                StartChildAgain();
                break;
            case BackoffSupervisor.ResetRestartCount reset:
                RestartCountN = reset.Current == RestartCountN ? 0 : RestartCountN;
                break;
            case BackoffSupervisor.Reset when _options.AutoReset is null:
                RestartCountN = 0;
                break;
            case BackoffSupervisor.Reset:
                Unhandled(message);
                break;
            case BackoffSupervisor.GetRestartCount:
                Sender.Tell(new BackoffSupervisor.RestartCount(RestartCountN), Self);
                break;
            case BackoffSupervisor.GetCurrentChild:
                Sender.Tell(new BackoffSupervisor.CurrentChild(Child), Self);
                break;
            default:
                PassOn(message);
                break;
        }

        return true;
    }

    /// <summary>Waits, then starts the child again.</summary>
    private protected void StartChildLater()
    {
        Child = null;
        var chance = ((EmbeddedActorSystem)Context.System).Parts.Chance();
        Schedule(_options.Waits.Before(RestartCountN, chance), BackoffSupervisor.StartChild.Instance);
        RestartCountN++;
    }

    private protected void ResetLater(TimeSpan delay) =>
        Schedule(delay, new BackoffSupervisor.ResetRestartCount(RestartCountN));

    private void StartChild() =>
        Child ??= Context.Watch(Context.ActorOf(_options.ChildProps, _options.ChildName));

    private void StartChildAgain()
    {
        StartChild();
        if (_options.AutoReset is { } lifetime)
        {
            ResetLater(lifetime);
        }
    }

    // What the child says is for the supervisor's parent: the child does not know that it has a supervisor of this
    // kind.
    private void PassOn(object message)
    {
        if (Child is null)
        {
            RefuseOrStop(message);
        }
        else if (Sender.Equals(Child))
        {
            Context.Parent.Tell(message, Self);
        }
        else
        {
            Child.Forward(message);
            IsFinal = IsFinal || _options.IsFinalStop(message);
        }
    }

    private void RefuseOrStop(object message)
    {
        if (_options.ReplyWhileStopped is { } reply)
        {
            Sender.Tell(reply, Self);
        }
        else
        {
            Context.System.DeadLetters.Forward(message);
        }

        if (_options.IsFinalStop(message))
        {
            Context.Stop(Self);
        }
    }

    private void Schedule(TimeSpan delay, object message) =>
        Context.System.Scheduler.ScheduleTellOnce(delay, Self, message, Self);
}
