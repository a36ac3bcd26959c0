using Akka.Actor;
using Akka.Actor.Hosting;

namespace Akka.TestKit.Receiving;

/// <summary>How a caller waits: on its own thread, or by awaiting. The kit waits nowhere else.</summary>
/// <remarks>
/// Every operation of the kit is written once, as an asynchronous method over a <see cref="Waiting"/>. Over
/// <see cref="Blocking"/> nothing in it ever yields, so it runs from end to end on the caller's thread and its task is
/// complete when it is handed out: <see cref="Completed.Result{T}"/> reads it without waiting.
/// </remarks>
internal abstract class Waiting
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>Keeps the caller's thread until the wait is over.</summary>
    public static Waiting Blocking(ActorSystem system) => new OnTheThread(Parts(system));

    /// <summary>Gives the caller's thread back until the wait is over.</summary>
    public static Waiting Awaiting(ActorSystem system) => new ByAwaiting(Parts(system));

    /// <summary>Waits for any end of a task: for ever if the timeout is infinite, not at all if negative.</summary>
    /// <returns>False if the time ran out.</returns>
    public ValueTask<bool> For(Task task, TimeSpan timeout, CancellationToken cancellationToken) =>
        task.IsCompleted ? new(true) : Wait(task, Whole(timeout), cancellationToken);

    /// <summary>Lets some time pass.</summary>
    public async ValueTask Pause(TimeSpan duration, CancellationToken cancellationToken) =>
        await For(new TaskCompletionSource().Task, duration, cancellationToken);

    private static RuntimeParts Parts(ActorSystem system) => ((EmbeddedActorSystem)system).Parts;

    protected abstract ValueTask<bool> Wait(Task task, TimeSpan timeout, CancellationToken cancellationToken);

    // Waits count in whole milliseconds and cut the rest off, which would end them too early.
    private static TimeSpan Whole(TimeSpan timeout) => timeout switch
    {
        _ when timeout == Timeout.InfiniteTimeSpan => timeout,
        { Ticks: < 0 } => TimeSpan.Zero,
        _ when timeout >= Longest => Longest,
        _ => TimeSpan.FromMilliseconds(Math.Ceiling(timeout.TotalMilliseconds)),
    };

    private sealed class OnTheThread(RuntimeParts parts) : Waiting
    {
        protected override ValueTask<bool> Wait(Task task, TimeSpan timeout, CancellationToken cancellationToken) =>
            new(parts.Wait(task, timeout, cancellationToken));
    }

    private sealed class ByAwaiting(RuntimeParts parts) : Waiting
    {
        protected override ValueTask<bool> Wait(Task task, TimeSpan timeout, CancellationToken cancellationToken) =>
            parts.WaitAsync(task, timeout, cancellationToken);
    }
}
