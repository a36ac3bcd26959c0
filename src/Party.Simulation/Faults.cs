using Akka.Actor;
using Akka.Actor.Cells;
using Akka.Dispatch.Mailing;
using Akka.Dispatch.SystemMessages;
using Party.Simulation.Faulting;
using Party.Simulation.Scheduling;

namespace Party.Simulation;

/// <summary>What goes wrong in a simulation, and when.</summary>
/// <remarks>
/// Actors are named by their paths without address, such as <c>/user/consumer</c>. Messages are counted from the moment
/// the fault is asked for. Each fault happens once, except for those of links.
/// </remarks>
public sealed class Faults
{
    private readonly List<MessageFault> _byMessage = [];
    private readonly List<LinkFault> _byLink = [];
    private readonly Dictionary<(string From, string To), Link> _links = [];
    private readonly Engine _engine;

    // A message that was put back is offered again, but it came only once.
    private object? _putBack;

    internal Faults(Engine engine) => _engine = engine;

    /// <summary>The faults that were asked for and have not happened, in words: perhaps a path is misspelt.</summary>
    public IReadOnlyList<string> Unused =>
    [
        .. _byMessage.Select(fault => fault.ToString()),
        .. _byLink.Where(fault => !fault.IsUsed).Select(fault => fault.ToString()),
    ];

    /// <summary>Throws in an actor instead of letting it handle its <paramref name="message"/>-th message.</summary>
    /// <param name="actor">Its path.</param>
    /// <param name="message">Which message, from 1.</param>
    /// <param name="exception">What to throw; an <see cref="InjectedFailureException"/> by default.</param>
    public void Throw(string actor, int message, Func<Exception>? exception = null)
    {
        exception ??= () => new InjectedFailureException($"Injected in message {message} of {actor}.");
        Add(actor, message, "throws", _ => new(exception()));
    }

    /// <summary>Stops an actor before it handles its <paramref name="message"/>-th message.</summary>
    /// <param name="actor">Its path.</param>
    /// <param name="message">Which message, from 1.</param>
    public void Stop(string actor, int message) => Add(actor, message, "is stopped", Stop);

    /// <summary>Stops an actor as soon as it has handled the message in hand.</summary>
    /// <exception cref="ArgumentException">There is no such actor.</exception>
    public void Stop(string actor) => Stop(Existing(actor));

    /// <summary>Restarts an actor before it handles its <paramref name="message"/>-th message.</summary>
    /// <param name="actor">Its path.</param>
    /// <param name="message">Which message, from 1.</param>
    /// <remarks>As if it had failed and its supervisor had restarted it; the supervisor is not asked.</remarks>
    public void Restart(string actor, int message) => Add(actor, message, "is restarted", Restart);

    /// <summary>Restarts an actor as soon as it has handled the message in hand.</summary>
    /// <exception cref="ArgumentException">There is no such actor.</exception>
    public void Restart(string actor) => Restart(Existing(actor));

    /// <summary>Loses messages on their way from one actor to another.</summary>
    /// <param name="from">The sender's path, <c>nobody</c> for none, <c>*</c> for whoever it is.</param>
    /// <param name="to">The receiver's path, or <c>*</c>.</param>
    /// <param name="messages">How many of them.</param>
    /// <param name="which">Which of them; all by default.</param>
    public void Drop(string from, string to, int messages = int.MaxValue, Func<object, bool>? which = null) =>
        Add(new(CheckEnd(from, nameof(from)), CheckEnd(to, nameof(to)), null, CheckNumber(messages), which));

    /// <summary>Lets messages take their time from one actor to another. None overtakes an earlier one.</summary>
    /// <param name="from">The sender's path, <c>nobody</c> for none, <c>*</c> for whoever it is.</param>
    /// <param name="to">The receiver's path, or <c>*</c>.</param>
    /// <param name="by">How long, in virtual time; longer than zero.</param>
    /// <param name="messages">How many of them.</param>
    /// <param name="which">Which of them; all by default.</param>
    public void Delay(
        string from, string to, TimeSpan by, int messages = int.MaxValue, Func<object, bool>? which = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(by, TimeSpan.Zero);
        Add(new(CheckEnd(from, nameof(from)), CheckEnd(to, nameof(to)), by, CheckNumber(messages), which));
    }

    /// <summary>Lets nothing go wrong any more. What is delayed still arrives when it was to.</summary>
    public void Clear()
    {
        _byMessage.Clear();
        _byLink.Clear();
    }

    /// <summary>What becomes of a message that an actor is about to handle.</summary>
    internal Treatment Judge(ActorCell cell, Envelope envelope)
    {
        if (_byMessage.Count == 0 || ReferenceEquals(envelope.Message, Interlocked.Exchange(ref _putBack, null)))
        {
            return default;
        }

        var actor = cell.Self.Path.ToStringWithoutAddress();
        var due = _byMessage.FindAll(fault => fault.Actor == actor && fault.IsNow());
        if (due is not [var first, ..])
        {
            return default;
        }

        _byMessage.RemoveAll(due.Contains);
        _engine.Journal.Note("  {0} {1}", cell.Self, first.Description);
        var treatment = first.Happen(cell);
        _putBack = treatment.IsPutBack ? envelope.Message : null;
        return treatment;
    }

    /// <summary>Whether a message arrives at once; if not, it is lost or on its way.</summary>
    internal bool LetsThrough(IActorRef receiver, Envelope envelope)
    {
        if (_byLink.Count == 0 && _links.Count == 0)
        {
            return true;
        }

        var ends = (Tracing.Names.Of(envelope.Sender), Tracing.Names.Of(receiver));
        var fault = _byLink.Find(fault => fault.Hits(receiver, envelope));
        var link = _links.GetValueOrDefault(ends);
        if (fault is { Delay: null })
        {
            _engine.Journal.Note("  drops {0} from {1} to {2}", envelope.Message.GetType(), envelope.Sender, receiver);
            return false;
        }

        if (fault is null && link is null or { IsEmpty: true })
        {
            return true;
        }

        if (link is null)
        {
            _links.Add(ends, link = new());
        }

        _engine.Journal.Note("  delays {0} from {1} to {2}", envelope.Message.GetType(), envelope.Sender, receiver);
        var arrival = link.Add(envelope, _engine.Clock.Elapsed + (fault?.Delay ?? TimeSpan.Zero));
        _engine.DeliverAt(arrival, receiver, link.Arrive);
        return false;
    }

    private static Treatment Stop(ActorCell cell)
    {
        cell.System.Stop(cell.Self);
        return new(IsPutBack: true);
    }

    private static Treatment Restart(ActorCell cell)
    {
        cell.Mailbox.Post(new Suspend());
        cell.Mailbox.Post(new Recreate(new InjectedFailureException($"Injected restart of {cell.Self}.")));
        return new(IsPutBack: true);
    }

    private static string CheckEnd(string path, string parameter)
    {
        ArgumentNullException.ThrowIfNull(path, parameter);
        return path is "*" or "nobody" || path.StartsWith('/')
            ? path
            : throw new ArgumentException(
                $"Expected a path such as /user/consumer, nobody or *, got \"{path}\". No fault was added.", parameter);
    }

    private static int CheckNumber(int messages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(messages, 1);
        return messages;
    }

    private void Add(string actor, int message, string description, Func<ActorCell, Treatment> happen)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.StartsWith('/'))
        {
            throw new ArgumentException(
                $"Expected a path such as /user/consumer, got \"{actor}\". No fault was added.", nameof(actor));
        }

        _byMessage.Add(new(actor, CheckNumber(message), description, happen));
    }

    private void Add(LinkFault fault) => _byLink.Add(fault);

    private ActorCell Existing(string actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _engine.Find(actor) ?? throw new ArgumentException(
            $"Expected the path of a living actor, got \"{actor}\". Run the simulation until it has started.",
            nameof(actor));
    }
}
