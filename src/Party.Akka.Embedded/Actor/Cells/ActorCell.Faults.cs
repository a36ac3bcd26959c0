using Akka.Dispatch.SystemMessages;
using Akka.Event;

namespace Akka.Actor.Cells;

/// <content>Failing, and what the supervisor makes of it: resume, restart, stop, escalate.</content>
internal sealed partial class ActorCell
{
    // Null while the actor is well.
    private Failure? _failure;

    /// <summary>Stops the actor's work, and that of its children, until the supervisor has decided.</summary>
    /// <param name="cause">What was thrown.</param>
    /// <param name="suspended">Children that must not be suspended, since they are already.</param>
    /// <param name="isFatal">Whether the instance is not fit to go on, nor to prepare its own restart.</param>
    public void Fail(Exception cause, IReadOnlyCollection<ChildStats>? suspended = null, bool isFatal = false)
    {
        if (_failure is not null || IsTerminated)
        {
            return;
        }

        var perpetrator = _envelope.Message is Failed failed ? failed.Child : _self;
        _failure = new(perpetrator, isFatal);
        _mailbox.Suspend();
        foreach (var stats in Children.All)
        {
            if (!stats.Child.Equals(perpetrator) && suspended?.Contains(stats) != true)
            {
                stats.Child.SendSystemMessage(new Suspend());
            }
        }

        Parent.SendSystemMessage(new Failed(_self, cause));
    }

    /// <summary>Decides about a child that failed.</summary>
    private void Judge(Failed failed)
    {
        if (Children.Find(failed.Child) is not { } stats)
        {
            return;
        }

        // The decider sees the child as sender. What is thrown here, or passed on, counts as the child's deed.
        var outer = _envelope;
        _envelope = new(failed, failed.Child);
        var decided = (Props.SupervisorStrategy ?? _actor?.OwnStrategy() ?? SupervisorStrategy.DefaultStrategy)
            .HandleFailure(this, stats, failed.Cause);
        if (decided)
        {
            _envelope = outer;
            return;
        }

        // It stays at hand: PreRestart is shown it, should this actor be restarted for it.
        Fail(failed.Cause);
    }

    private void SuspendAll()
    {
        _mailbox.Suspend();
        foreach (var stats in Children.All)
        {
            stats.Child.SendSystemMessage(new Suspend());
        }
    }

    /// <param name="causedBy">The failure that is forgiven; null where only a suspension ends.</param>
    private void Resume(Exception? causedBy)
    {
        if (_actor is null)
        {
            CreateAfterFailure($"Changing Resume into Create after {causedBy}");
            return;
        }

        if (causedBy is not null && _failure is { IsFatal: true })
        {
            Recreate(causedBy);
            return;
        }

        var perpetrator = _failure?.Perpetrator;
        _mailbox.Resume();
        if (causedBy is not null)
        {
            _failure = null;
            _envelope = default;
        }

        foreach (var stats in Children.All)
        {
            // The child that brought its supervisor down is forgiven with it; the others were only suspended.
            var forgiven = stats.Child.Equals(perpetrator) ? causedBy : null;
            stats.Child.SendSystemMessage(new Resume(forgiven));
        }
    }

    private void Recreate(Exception cause)
    {
        if (_actor is null)
        {
            CreateAfterFailure($"Changing Recreate into Create after {cause}");
            return;
        }

        if (Children.Pending is not null)
        {
            Resume(null);
            return;
        }

        if (System.Settings.DebugLifecycle)
        {
            LogDebug("Restarting");
        }

        PreRestart(_actor, cause);
        if (!Children.Await(new Pending.OfRecreation(cause)))
        {
            FinishRecreate(cause);
        }
    }

    private void PreRestart(ActorBase failed, Exception cause)
    {
        var message = CurrentMessage;
        try
        {
            if (_failure is not { IsFatal: true })
            {
                failed.AroundPreRestart(cause, message);
            }
        }
        catch (Exception error)
        {
            LogError(new PreRestartException(_self, error, cause, message), error.Message);
        }
        finally
        {
            Discard();
        }
    }

    private void FinishRecreate(Exception cause)
    {
        var survivors = Children.All.ToList();
        _mailbox.Resume();
        _failure = null;
        _envelope = default;
        try
        {
            MakeInstance().AroundPostRestart(cause, null);
        }
        catch (Exception error)
        {
            Fail(new PostRestartException(_self, error, cause), survivors, isFatal: true);
            return;
        }

        foreach (var stats in survivors)
        {
            stats.Child.SendSystemMessage(new Recreate(cause));
        }

        if (System.Settings.DebugLifecycle)
        {
            LogDebug($"Restarted ({_actor})");
        }
    }

    private void CreateAfterFailure(string text)
    {
        System.EventStream.Publish(new Error(null, _self.Path.ToString(), GetType(), text));
        foreach (var stats in Children.All)
        {
            Stop(stats.Child);
        }

        if (!Children.Await(Pending.Creation))
        {
            FinishCreate();
        }
    }

    private void FinishCreate()
    {
        _mailbox.Resume();
        _failure = null;
        Create();
    }

    // The perpetrator is the actor itself, or the child whose failure it passes on.
    private sealed record Failure(IActorRef Perpetrator, bool IsFatal);
}
