using Akka.Actor.References;
using Akka.Dispatch.SystemMessages;

namespace Akka.Actor.Cells;

/// <summary>Whom an actor watches, who watches it, and whose end it has not been told yet.</summary>
/// <remarks>Belongs to the actor's own thread. Survives a restart.</remarks>
internal sealed class DeathWatch
{
    // What to deliver when the actor ends: its Terminated, or the message given to WatchWith.
    private readonly Dictionary<IActorRef, object?> _watching = [];

    // Ended, with a Terminated in the mailbox. Unwatch takes it out, so that the Terminated is dropped on arrival.
    private readonly Dictionary<IActorRef, object?> _announced = [];

    private readonly HashSet<IInternalActorRef> _watchers = [];

    public IEnumerable<IInternalActorRef> Watchers => _watchers;

    public void Watch(IInternalActorRef self, IInternalActorRef subject, object? message)
    {
        if (!subject.Equals(self) && _watching.TryAdd(subject, message))
        {
            subject.SendSystemMessage(new Watch(subject, self));
        }
    }

    public void Unwatch(IInternalActorRef self, IInternalActorRef subject)
    {
        if (_watching.Remove(subject))
        {
            subject.SendSystemMessage(new Unwatch(self));
        }

        _announced.Remove(subject);
    }

    public void UnwatchAll(IInternalActorRef self)
    {
        foreach (var subject in _watching.Keys)
        {
            ((IInternalActorRef)subject).SendSystemMessage(new Unwatch(self));
        }

        _watching.Clear();
        _announced.Clear();
    }

    /// <summary>Notes a watcher; false where it was one already.</summary>
    public bool AddWatcher(IInternalActorRef watcher) => _watchers.Add(watcher);

    /// <summary>Forgets a watcher; false where it was none.</summary>
    public bool RemoveWatcher(IInternalActorRef watcher) => _watchers.Remove(watcher);

    /// <summary>Notes that a watched actor has ended; false where it is not watched.</summary>
    public bool Announce(IActorRef subject)
    {
        if (!_watching.Remove(subject, out var message))
        {
            return false;
        }

        _announced[subject] = message;
        return true;
    }

    /// <summary>Lets a Terminated that was handled once be handled again.</summary>
    public void AnnounceAgain(IActorRef subject) => _announced[subject] = null;

    /// <summary>What to deliver for a Terminated: what WatchWith said, itself, or null where nobody waits.</summary>
    public object? Deliver(Terminated terminated) =>
        _announced.Remove(terminated.ActorRef, out var message) ? message ?? terminated : null;
}
