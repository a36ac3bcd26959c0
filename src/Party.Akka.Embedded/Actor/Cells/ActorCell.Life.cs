using Akka.Actor.References;
using Akka.Dispatch;
using Akka.Dispatch.SystemMessages;
using Akka.Event;

namespace Akka.Actor.Cells;

/// <content>What the runtime tells the cell: create, restart, suspend, resume, terminate.</content>
internal sealed partial class ActorCell
{
    private const string CreationFailed = "Exception during creation";

    // What had to wait for a less busy state of the cell, oldest first.
    private Queue<SystemMessage>? _deferred;

    public bool IsTerminated => _mailbox.IsClosed;

    private CellState State => (_children?.Pending, _mailbox.IsSuspended) switch
    {
        (not null, _) => CellState.AwaitingChildren,
        (null, true) => CellState.Suspended,
        _ => CellState.Running,
    };

    /// <summary>Handles a chain of system messages, and those that waited as soon as their time has come.</summary>
    public void Invoke(SystemMessage? oldest)
    {
        while (oldest is not null && !IsTerminated)
        {
            var message = oldest;
            oldest = message.Next;
            message.Next = null;
            if (State >= message.WaitsFrom)
            {
                (_deferred ??= new()).Enqueue(message);
                continue;
            }

            Handle(message);
            if (_deferred is { Count: > 0 } deferred)
            {
                HandleDeferred(deferred);
            }
        }

        DeadSystemMessages.BuryAll(oldest);
    }

    // One round through the queue: who still has to wait goes to its end, in the old order.
    private void HandleDeferred(Queue<SystemMessage> deferred)
    {
        for (var waiting = deferred.Count; waiting > 0 && !IsTerminated; waiting--)
        {
            var message = deferred.Dequeue();
            if (State >= message.WaitsFrom)
            {
                deferred.Enqueue(message);
            }
            else
            {
                Handle(message);
            }
        }
    }

    private void Handle(SystemMessage message)
    {
        try
        {
            Obey(message);
        }
        catch (Exception error)
        {
            Fail(error);
        }
    }

    private void Obey(SystemMessage message)
    {
        switch (message)
        {
            case Continue next:
                next.Run();
                break;
            case Failed failed:
                Judge(failed);
                break;
            case DeathWatchNotification death:
                HandleDeath(death);
                break;
            case Watch watch:
                AddWatcher(watch);
                break;
            case Unwatch unwatch:
                RemoveWatcher(unwatch.Watcher);
                break;
            case Dispatch.SystemMessages.Create:
                Create();
                break;
            case Recreate recreate:
                Recreate(recreate.Cause);
                break;
            case Suspend:
                SuspendAll();
                break;
            case Resume resume:
                Resume(resume.CausedBy);
                break;
            case Dispatch.SystemMessages.Terminate:
                Terminate();
                break;
        }
    }

    private void Create()
    {
        try
        {
            MakeInstance().AroundPreStart();
        }
        catch (Exception error)
        {
            Discard();
            throw new ActorInitializationException(_self, CreationFailed, error);
        }

        if (System.Settings.DebugLifecycle)
        {
            LogDebug($"Started ({_actor})");
        }
    }

    private ActorBase MakeInstance()
    {
        var actor = Props.NewActor()
            ?? throw new InvalidOperationException(
                $"Expected an actor from the props of {_self}, got null. Nothing was started.");
        actor.Constructed();
        if (actor is IActorStash stashing && NewStash(actor) is { } stash)
        {
            stashing.Stash = _stash = stash;
        }

        if (actor is IWithTimers timing)
        {
            timing.Timers = _timers = new(this);
        }

        return _actor = actor;
    }

    // An actor that cannot have its stash lives without: what comes of using it is its own failure.
    private CellStash? NewStash(ActorBase actor)
    {
        if (actor is IWithUnrestrictedStash
            && (_mailbox.Configured is IDequeBasedMessageQueueSemantics
                || System.Mailboxes.TakesBack(Props, Dispatcher)))
        {
            return new(this, StashCapacity(actor));
        }

        var problem = actor is IWithUnrestrictedStash
            ? "its mailbox does not take messages back (DequeBasedMailbox required). Implement IWithStash, or name "
                + "such a mailbox by Props.WithMailbox."
            : "it says by IActorStash alone that it has one. Implement IWithStash.";
        var error = new ActorInitializationException(_self, $"Cannot give a stash to {_self}: {problem}");
        System.Log.Error(error, "An exception occurred while making the stash of {0}. It stays null.", actor.GetType());
        return null;
    }

    private int StashCapacity(ActorBase actor) => (actor, Props.Deploy.StashCapacity) switch
    {
        (IWithUnboundedStash, _) => Deploy.NoStashSize,
        (_, Deploy.NoStashSize) => System.Mailboxes.StashCapacity(Props.Dispatcher, Props.Mailbox),
        (_, var capacity) => capacity,
    };

    private void Terminate()
    {
        var alreadyEnding = _children is { IsClosing: true };
        _silence?.Set(null);
        _deaths?.UnwatchAll(_self);
        if (!CloseChildren())
        {
            End();
            return;
        }

        if (!alreadyEnding)
        {
            _mailbox.Suspend();
            _failure = new(_self, IsFatal: false);
        }

        if (!alreadyEnding && System.Settings.DebugLifecycle)
        {
            LogDebug("Stopping");
        }

        foreach (var stats in Children.All)
        {
            stats.Child.Stop();
        }
    }

    // Whether there are any.
    private bool CloseChildren() =>
        Interlocked.CompareExchange(ref _children, Children.None, null)?.Close() ?? false;

    // What the actor's own code throws must not stop this half-way: the whole tree above would wait for ever.
    private void End()
    {
        try
        {
            _actor?.AroundPostStop();
        }
        catch (Exception error)
        {
            LogError(error, error.Message);
        }

        var type = _actor?.GetType() ?? Props.Type;
        Discard();
        _mailbox.Close();
        _deferred = null;
        Dispatcher.Detach(this);
        System.EventStream.Forget(this);
        System.Provider.FreeName(this);
        Parent.SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true));
        TellWatchers();
        if (System.Settings.DebugLifecycle)
        {
            LogDebug("Stopped", type);
        }

        _envelope = default;
    }

    // Takes leave of an instance: nothing of it may reach the next one.
    private void Discard()
    {
        _timers?.CancelAll();
        _timers = null;
        _stash?.UnstashAll();
        _stash = null;
        if (_actor is not { } actor)
        {
            return;
        }

        _actor = null;
        try
        {
            (actor as IDisposable)?.Dispose();
            Props.Release(actor);
        }
        catch (Exception error)
        {
            LogError(error, $"Cannot dispose of {actor.GetType()} in {_self}: {error.Message}");
        }
    }

    private void LogError(Exception error, string message) =>
        System.EventStream.Publish(new Error(error, _self.Path.ToString(), _actor?.GetType() ?? Props.Type, message));
}
