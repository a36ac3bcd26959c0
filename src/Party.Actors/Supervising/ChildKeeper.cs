using Akka.Actor;
using Akka.Event;
using Party.Actors.Protocol;
using Party.Demand.Ledgers;

namespace Party.Actors.Supervising;

/// <summary>The children of a supervisor: starts, watches, restarts, ends and counts them.</summary>
/// <remarks>It belongs to one actor; when a supervisor is restarted, its children have ended before.</remarks>
internal sealed partial class ChildKeeper
{
    private readonly Dictionary<IActorRef, Child> _children = [];
    private readonly IActorContext _context;
    private readonly SupervisorOptions _options;
    private readonly ChildRestart _restart;
    private readonly Action<Child>? _ended;
    private readonly RestartLedger _restarts;
    private readonly SupervisorLog _log;
    private readonly IActorRef _self;
    private Child? _lastStraw;
    private long _lastCheck;
    private long _lastNumber;

    /// <summary>No children.</summary>
    /// <param name="context">That of the supervisor.</param>
    /// <param name="options">Its options.</param>
    /// <param name="restart">Which children are started again.</param>
    /// <param name="ended">Told of every child that has ended for good.</param>
    public ChildKeeper(
        IActorContext context, SupervisorOptions options, ChildRestart restart, Action<Child>? ended = null)
    {
        _context = context;
        _options = options;
        _restart = restart;
        _ended = ended;
        _restarts = new(options.MaxRestarts, options.Window);
        _self = context.Self;
        _log = new(context.GetLogger(), _self);
        Strategy = new ChildStrategy(Decide);
    }

    /// <summary>The most children that <see cref="StartChild"/> may lead to.</summary>
    public int MaxChildren { get; init; } = int.MaxValue;

    /// <summary>How many ways to make a child there are, where that is not one for each.</summary>
    public int? Specs { get; init; }

    /// <summary>How the supervisor treats failures.</summary>
    public SupervisorStrategy Strategy { get; }

    /// <summary>Whether nothing is started any more.</summary>
    public bool IsShuttingDown { get; private set; }

    /// <summary>How many children did not start.</summary>
    public long FailedStarts { get; private set; }

    /// <summary>Takes a message, if it concerns children.</summary>
    public bool TryReceive(object message, IActorRef sender)
    {
        switch (message)
        {
            case ActorIdentity { MessageId: ChildCheck check, Subject: { } subject }:
                On(check, subject);
                return true;
            case Terminated { ActorRef: var gone } when _children.Remove(gone, out var child):
                Ended(child);
                return true;
            case StartChild start:
                On(start, sender);
                return true;
            case TerminateChild terminate:
                On(terminate, sender);
                return true;
            case ChildDeadline { Child: var late }:
                Stop(late);
                return true;
            case WhichChildren:
                sender.Tell(new ChildrenListed([.. Ordered.Select(Listed)]), _self);
                return true;
            case CountChildren:
                sender.Tell(Count(), _self);
                return true;
            case ShutDown:
                Shutdown();
                return true;
            default:
                return message is ActorIdentity { MessageId: ChildCheck };
        }
    }

    /// <summary>Starts a child.</summary>
    /// <exception cref="AkkaException">Its name is unfit, or what its props name is not there.</exception>
    public Child Start(Props props, string? name = null, object? origin = null)
    {
        var actor = name is null ? _context.ActorOf(props) : _context.ActorOf(props, name);
        var child = new Child(++_lastNumber, actor, props, name, origin);
        _children.Add(child.Actor, child);
        _context.Watch(child.Actor);
        Ask(child);
        return child;
    }

    /// <summary>Enters that something could not even be made into a child.</summary>
    public void GiveUp(object origin, Exception error)
    {
        FailedStarts++;
        _log.NotMade(origin, error);
    }

    /// <summary>Enters that something has no child, on purpose.</summary>
    public void Ignore(object origin)
    {
        FailedStarts++;
        _log.Ignored(origin);
    }

    /// <summary>Ends every child in order, and the supervisor after them.</summary>
    public void Shutdown()
    {
        if (!IsShuttingDown)
        {
            IsShuttingDown = true;
            _log.ShuttingDown(_children.Count);
            foreach (var child in Ordered)
            {
                End(child);
            }
        }

        StopWhenAlone();
    }

    private IEnumerable<Child> Ordered => _children.Values.OrderBy(static child => child.Number);

    private void On(StartChild start, IActorRef sender)
    {
        if (Refuse(start) is { } refused)
        {
            sender.Tell(refused, _self);
            return;
        }

        try
        {
            Start(start.Props, start.Name).Starter = sender;
        }
        catch (Exception error)
        {
            FailedStarts++;
            sender.Tell(new ChildNotStarted(ChildRefusal.Failed, error.Message), _self);
        }
    }

    private ChildNotStarted? Refuse(StartChild start)
    {
        if (IsShuttingDown)
        {
            return new(
                ChildRefusal.ShuttingDown,
                $"Expected a supervisor that takes children, got {_self.Path}, which is being shut down. Ask another.");
        }

        if (_children.Count >= MaxChildren)
        {
            return new(
                ChildRefusal.MaxChildren,
                $"Expected less than {MaxChildren} children of {_self.Path}, got {_children.Count}. Raise max-children, or "
                + "wait for one to end.");
        }

        return start.Name is { } name && _children.Values.Any(child => child.Name == name)
            ? new(
                ChildRefusal.NameTaken,
                $"Expected a name that no child of {_self.Path} has, got \"{name}\". Choose another, or none.")
            : null;
    }

    private void On(TerminateChild terminate, IActorRef sender)
    {
        if (_children.TryGetValue(terminate.Child, out var child))
        {
            child.TellEnd(sender);
            End(child);
        }
        else
        {
            sender.Tell(new ChildNotFound(terminate.Child), _self);
        }
    }

    // A mailbox keeps its order: what answers this has been made, and has handled all that came to it before.
    private void Ask(Child child)
    {
        child.Check = ++_lastCheck;
        child.Actor.Tell(new Identify(new ChildCheck(child.Check)), _self);
    }

    private void On(ChildCheck check, IActorRef subject)
    {
        if (_children.TryGetValue(subject, out var child) && child.Check == check.Number)
        {
            child.IsRestarting = false;
            Started(child);
        }
    }

    private void Started(Child child)
    {
        child.HasStarted = true;
        child.Starter?.Tell(new ChildStarted(child.Actor), _self);
        child.Starter = null;
    }

    private static ListedChild Listed(Child child) => new(child.Actor, child.State, child.IsSupervisor);

    private ChildrenCounted Count()
    {
        var supervisors = _children.Values.Count(static child => child.IsSupervisor);
        return new(
            Specs ?? _children.Count,
            _children.Values.Count(static child => child.IsActive),
            _children.Count - supervisors,
            supervisors,
            FailedStarts);
    }
}
