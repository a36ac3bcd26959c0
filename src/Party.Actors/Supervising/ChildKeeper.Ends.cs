using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Actors.Supervising;

/// <content>How children end, and whether they come back.</content>
internal sealed partial class ChildKeeper
{
    // A child failed. What is not started again is remembered as a failure until its end has come.
    private Directive Decide(IActorRef actor, Exception error)
    {
        if (!_children.TryGetValue(actor, out var child))
        {
            return SupervisorStrategy.DefaultDecider.Decide(error);
        }

        if (child.HasStarted || error is not ActorInitializationException)
        {
            Started(child);
            if (_restart != ChildRestart.Temporary
                && !child.IsStopping
                && MayRestart(child, $"failed: {error.Message}"))
            {
                child.IsRestarting = true;
                Ask(child);
                return Directive.Restart;
            }
        }

        child.Failure = error;
        return Directive.Stop;
    }

    private void Ended(Child child)
    {
        child.Deadline?.Cancel();
        if (child.StartFailure is { } failure)
        {
            NotStarted(child, SupervisorLog.Root(failure));
        }
        else
        {
            Started(child);
        }

        foreach (var ender in child.Enders)
        {
            ender.Tell(new ChildTerminated(child.Actor, !child.IsOverdue), _self);
        }

        if (!TryStartAgain(child))
        {
            _ended?.Invoke(child);
        }

        if (_lastStraw is not null)
        {
            Shutdown();
        }

        StopWhenAlone();
    }

    private void NotStarted(Child child, Exception failure)
    {
        FailedStarts++;
        var text = $"Expected {child.Actor.Path} to start, got {failure.GetType().Name}: \"{failure.Message}\". "
            + "It is given up.";
        _log.NotStarted(text, child);
        child.Starter?.Tell(new ChildNotStarted(ChildRefusal.Failed, text), _self);
    }

    // A permanent child stopped by itself. Its name is free again, and goes to the next.
    private bool TryStartAgain(Child child)
    {
        if (_restart != ChildRestart.Permanent
            || child.IsStopping
            || child.Failure is not null
            || !MayRestart(child, "stopped by itself"))
        {
            return false;
        }

        var heir = Start(child.Props, child.Name, child.Origin);
        heir.HasStarted = true;
        heir.IsRestarting = true;
        _log.StartedAgain(child, heir);
        return true;
    }

    private bool MayRestart(Child child, string end)
    {
        if (_lastStraw is null && !_restarts.TryEnter(_context.System.Scheduler.MonotonicClock))
        {
            _lastStraw = child;
            _log.TooManyRestarts(_options, _restarts.Count + 1, child, end);
        }

        return _lastStraw is null;
    }

    private void End(Child child)
    {
        if (child.IsStopping)
        {
            return;
        }

        child.IsStopping = true;
        if (_options.ShutdownTimeout == TimeSpan.Zero)
        {
            child.IsOverdue = true;
            _context.Stop(child.Actor);
            return;
        }

        child.Actor.Tell(PoisonPill.Instance, _self);
        if (_options.ShutdownTimeout != Timeout.InfiniteTimeSpan)
        {
            child.Deadline = _context.System.Scheduler.ScheduleTellOnceCancelable(
                _options.ShutdownTimeout, _self, new ChildDeadline(child), _self);
        }
    }

    private void Stop(Child child)
    {
        if (_children.ContainsKey(child.Actor) && !child.IsOverdue)
        {
            child.IsOverdue = true;
            _log.Overdue(child, _options.ShutdownTimeout);
            _context.Stop(child.Actor);
        }
    }

    private void StopWhenAlone()
    {
        if (IsShuttingDown && _children.Count == 0)
        {
            _context.Stop(_self);
        }
    }
}
