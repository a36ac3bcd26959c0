using Akka.Actor.Hosting;
using Akka.Actor.Inboxes;

namespace Akka.Actor;

/// <summary>An actor below <c>/system</c> that keeps its messages for code that is no actor. Dispose of it.</summary>
/// <remarks>
/// It keeps akka.actor.inbox.inbox-size of them at most; more are lost, which is logged once. Who waits longest is
/// served first. Receiving keeps the calling thread: not for use inside actors.
/// </remarks>
public class Inbox : IInboxable, IDisposable
{
    private static int LastNumber;

    private readonly EmbeddedActorSystem _system;
    private readonly TimeSpan _timeout;

    private Inbox(EmbeddedActorSystem system)
    {
        _system = system;
        _timeout = system.Settings.Config.GetTimeSpan("akka.actor.inbox.default-timeout");
        var size = system.Settings.Config.GetInt("akka.actor.inbox.inbox-size");
        var name = $"inbox-{Interlocked.Increment(ref LastNumber)}";
        Receiver = system.SystemActorOf(Props.Create(() => new InboxActor(size)), name);
    }

    /// <inheritdoc/>
    public IActorRef Receiver { get; }

    /// <summary>Starts one.</summary>
    public static Inbox Create(ActorSystem system) => new((EmbeddedActorSystem)system);

    /// <inheritdoc/>
    public IActorRef Watch(IActorRef subject)
    {
        Receiver.Tell(new StartWatch(subject, null));
        return subject;
    }

    /// <inheritdoc/>
    public IActorRef WatchWith(IActorRef subject, object message)
    {
        Receiver.Tell(new StartWatch(subject, message));
        return subject;
    }

    /// <inheritdoc/>
    public IActorRef Unwatch(IActorRef subject)
    {
        Receiver.Tell(new StopWatch(subject));
        return subject;
    }

    /// <inheritdoc/>
    public void Send(IActorRef actorRef, object message) => actorRef.Tell(message, Receiver);

    /// <inheritdoc/>
    public object Receive() => Receive(_timeout);

    /// <inheritdoc/>
    public object Receive(TimeSpan timeout) => Await(ReceiveAsync(timeout), timeout);

    /// <inheritdoc/>
    public Task<object> ReceiveAsync() => ReceiveAsync(_timeout);

    /// <inheritdoc/>
    public Task<object> ReceiveAsync(TimeSpan timeout) => Ask(null, timeout);

    /// <inheritdoc/>
    public object ReceiveWhere(Predicate<object> predicate) => ReceiveWhere(predicate, _timeout);

    /// <inheritdoc/>
    public object ReceiveWhere(Predicate<object> predicate, TimeSpan timeout) =>
        Await(Ask(predicate, timeout), timeout);

    /// <summary>Stops the actor behind it. What it still holds is lost.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc cref="Dispose()"/>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _system.Stop(Receiver);
        }
    }

    private Task<object> Ask(Predicate<object>? predicate, TimeSpan timeout) =>
        Receiver.Ask(new Query(predicate, _system.Scheduler.MonotonicClock + timeout), Timeout.InfiniteTimeSpan);

    private object Await(Task<object> answer, TimeSpan timeout)
    {
        var message = _system.Parts.Wait(answer, timeout, CancellationToken.None)
            ? answer.GetAwaiter().GetResult()
            : null;
        return message is null or Status.Failure { Cause: TimeoutException }
            ? throw new TimeoutException(
                $"Expected a message in the inbox {Receiver.Path} within {timeout}, got none. Allow more time, or "
                + "look for a dead letter.",
                (message as Status.Failure)?.Cause)
            : message;
    }
}
