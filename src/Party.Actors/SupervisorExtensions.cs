using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Actors;

/// <summary>Asks a <see cref="DynamicSupervisor"/> or a <see cref="ConsumerSupervisor{TEvent}"/>.</summary>
/// <remarks>
/// Where no timeout is given, akka.actor.ask-timeout holds, which is for ever by default; a timeout that is over throws
/// <see cref="AskTimeoutException"/>. Within an actor send the message instead, or use PipeTo.
/// </remarks>
public static class SupervisorExtensions
{
    /// <summary>Starts a child.</summary>
    /// <param name="supervisor">The supervisor.</param>
    /// <param name="props">How to make it, now and after a restart.</param>
    /// <param name="name">Its name, which no other child there has; null for one that is made up.</param>
    /// <param name="timeout">How long to wait; what was begun then goes on.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The child, which has started; it may have ended since.</returns>
    /// <exception cref="ChildNotStartedException">The supervisor refused, or the child failed to start.</exception>
    public static async Task<IActorRef> StartChildAsync(
        this IActorRef supervisor,
        Props props,
        string? name = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(props);
        var answer = await supervisor.Ask<object>(new StartChild(props, name), timeout, cancellationToken)
            .ConfigureAwait(false);
        return answer switch
        {
            ChildStarted started => started.Child,
            ChildNotStarted refused => throw new ChildNotStartedException(refused.Refusal, refused.Reason),
            _ => throw Unexpected(answer),
        };
    }

    /// <summary>Ends a child, and waits until it has ended.</summary>
    /// <returns>Whether the supervisor had such a child.</returns>
    public static async Task<bool> TerminateChildAsync(
        this IActorRef supervisor,
        IActorRef child,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(child);
        var answer = await supervisor.Ask<object>(new TerminateChild(child), timeout, cancellationToken)
            .ConfigureAwait(false);
        return answer switch
        {
            ChildTerminated => true,
            ChildNotFound => false,
            _ => throw Unexpected(answer),
        };
    }

    /// <summary>The children there are, oldest first.</summary>
    public static async Task<IReadOnlyList<ListedChild>> WhichChildrenAsync(
        this IActorRef supervisor, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        var listed = await supervisor.Ask<ChildrenListed>(new WhichChildren(), timeout, cancellationToken)
            .ConfigureAwait(false);
        return listed.Children;
    }

    /// <summary>How many children there are.</summary>
    public static Task<ChildrenCounted> CountChildrenAsync(
        this IActorRef supervisor, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        supervisor.Ask<ChildrenCounted>(new CountChildren(), timeout, cancellationToken);

    /// <summary>Ends every child in order and the supervisor after them, and waits for that.</summary>
    /// <returns>True when it has ended; false when the token was cancelled first, and it goes on ending.</returns>
    public static Task<bool> ShutDownAsync(this IActorRef supervisor, CancellationToken cancellationToken = default)
    {
        var end = supervisor.WatchAsync(cancellationToken);
        supervisor.Tell(new ShutDown(), ActorRefs.NoSender);
        return end;
    }

    private static InvalidOperationException Unexpected(object answer) => new(
        $"Expected the answer of a supervisor, got {answer}. Ask a DynamicSupervisor or a ConsumerSupervisor.");
}
