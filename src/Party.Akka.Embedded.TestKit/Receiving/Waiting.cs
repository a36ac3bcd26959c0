namespace Akka.TestKit.Receiving;

/// <summary>How a caller waits: on its own thread, or by awaiting. The only place where the kit waits.</summary>
/// <remarks>
/// Every operation of the kit is written once, as an asynchronous method over a <see cref="Waiting"/>. Over
/// <see cref="Blocking"/> nothing in it ever yields, so it runs from end to end on the caller's thread and its task is
/// complete when it is handed out: <see cref="Completed.Result{T}"/> reads it without waiting.
/// </remarks>
internal abstract class Waiting
{
    /// <summary>Keeps the caller's thread until the wait is over.</summary>
    public static readonly Waiting Blocking = new OnTheThread();

    /// <summary>Gives the caller's thread back until the wait is over.</summary>
    public static readonly Waiting Awaiting = new ByAwaiting();

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(int.MaxValue);

    /// <summary>Waits for any end of a task: for ever if the timeout is infinite, not at all if negative.</summary>
    /// <returns>False if the time ran out.</returns>
    public ValueTask<bool> For(Task task, TimeSpan timeout, CancellationToken cancellationToken) =>
        task.IsCompleted ? new(true) : Wait(task, Whole(timeout), cancellationToken);

    /// <summary>Lets some time pass.</summary>
    public async ValueTask Pause(TimeSpan duration, CancellationToken cancellationToken) =>
        await For(new TaskCompletionSource().Task, duration, cancellationToken);

    protected abstract ValueTask<bool> Wait(Task task, TimeSpan timeout, CancellationToken cancellationToken);

    // Waits count in whole milliseconds and cut the rest off, which would end them too early.
    private static TimeSpan Whole(TimeSpan timeout) => timeout switch
    {
        _ when timeout == Timeout.InfiniteTimeSpan => timeout,
        { Ticks: < 0 } => TimeSpan.Zero,
        _ when timeout >= Longest => Longest,
        _ => TimeSpan.FromMilliseconds(Math.Ceiling(timeout.TotalMilliseconds)),
    };

    private sealed class OnTheThread : Waiting
    {
        protected override ValueTask<bool> Wait(Task task, TimeSpan timeout, CancellationToken cancellationToken) =>
            new(Task.WaitAny([task], (int)timeout.TotalMilliseconds, cancellationToken) >= 0);
    }

    private sealed class ByAwaiting : Waiting
    {
        private const ConfigureAwaitOptions WithoutThrowing =
            ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;

        protected override async ValueTask<bool> Wait(Task task, TimeSpan timeout, CancellationToken cancellationToken)
        {
            await task.WaitAsync(timeout, cancellationToken).ConfigureAwait(WithoutThrowing);
            cancellationToken.ThrowIfCancellationRequested();
            return task.IsCompleted;
        }
    }
}
