using Akka.Dispatch;
using Akka.Dispatch.Executing;

namespace Akka.Actor.Hosting;

/// <summary>A task that the runtime completes and anybody may await.</summary>
/// <remarks>
/// What follows an await never runs within the call that completes the task: without an executor it goes to the thread
/// pool or to where the awaiting code belongs; with one, the task itself is completed a little later, by the executor.
/// </remarks>
internal sealed class Promise<T>(Executor? completions)
{
    private readonly TaskCompletionSource<T> _source = new(
        completions is null ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None);

    // With an executor: whether the outcome is decided, though the task may not know yet.
    private bool _isDecided;

    public Task<T> Task => _source.Task;

    /// <summary>False if the outcome was decided before.</summary>
    public bool TrySetResult(T result) => completions is null
        ? _source.TrySetResult(result)
        : TryDecide(() => _source.SetResult(result));

    /// <inheritdoc cref="TrySetResult"/>
    public bool TrySetException(Exception error) => completions is null
        ? _source.TrySetException(error)
        : TryDecide(() => _source.SetException(error));

    /// <inheritdoc cref="TrySetResult"/>
    public bool TrySetCanceled(CancellationToken token) => completions is null
        ? _source.TrySetCanceled(token)
        : TryDecide(() => _source.TrySetCanceled(token));

    private bool TryDecide(Action complete)
    {
        if (Interlocked.Exchange(ref _isDecided, true))
        {
            return false;
        }

        completions?.Execute(new ActionRunnable(complete));
        return true;
    }
}
