using Akka.Actor.References;
using Akka.Dispatch.SystemMessages;

namespace Akka.Actor.Cells;

/// <content>Watching, being watched, and the end of children.</content>
internal sealed partial class ActorCell
{
    private DeathWatch? _deaths;

    private DeathWatch Deaths => _deaths ??= new();

    private void AddWatcher(Watch watch)
    {
        if (Deaths.AddWatcher(watch.Watcher) && System.Settings.DebugLifecycle)
        {
            LogDebug($"now watched by {watch.Watcher}");
        }
    }

    private void RemoveWatcher(IInternalActorRef watcher)
    {
        if (_deaths?.RemoveWatcher(watcher) == true && System.Settings.DebugLifecycle)
        {
            LogDebug($"no longer watched by {watcher}");
        }
    }

    private void HandleDeath(DeathWatchNotification death)
    {
        if (_deaths is not null && _deaths.Announce(death.Actor) && _children is not { IsClosing: true })
        {
            Post(new Terminated(death.Actor, death.ExistenceConfirmed, addressTerminated: false), death.Actor);
        }

        if (_children?.Find(death.Actor) is not null)
        {
            HandleChildDeath(death.Actor);
        }
    }

    private void HandleChildDeath(IInternalActorRef child)
    {
        var canGoOn = Children.Remove(child);
        try
        {
            (Props.SupervisorStrategy ?? _actor?.OwnStrategy())?.HandleChildTerminated(this, child);
        }
        catch (Exception error)
        {
            Fail(error);
        }

        switch (canGoOn)
        {
            case Pending.OfTermination:
                End();
                break;
            case Pending.OfRecreation recreation:
                FinishRecreate(recreation.Cause);
                break;
            case Pending.OfCreation:
                FinishCreate();
                break;
        }
    }

    // The parent is told as a parent, once.
    private void TellWatchers()
    {
        foreach (var watcher in _deaths?.Watchers ?? [])
        {
            if (!watcher.Equals(Parent))
            {
                watcher.SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true));
            }
        }
    }
}
