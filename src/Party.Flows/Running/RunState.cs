using Akka.Actor;
using Party.Flows.Building;

namespace Party.Flows.Running;

/// <summary>What the coordinator of a flow and whoever awaits the flow have in common.</summary>
internal sealed class RunState(FlowRunOptions options, Action<FlowStarter> begin)
{
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationToken? _cancelled;
    private bool _isDone;

    /// <summary>How it runs.</summary>
    public FlowRunOptions Options => options;

    /// <summary>Completes when all stages are gone.</summary>
    public Task Completion => _completion.Task;

    /// <summary>What the flow failed of; null while it has not.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Starts the stages.</summary>
    public void Begin(FlowStarter starter) => begin(starter);

    /// <summary>Whether somebody has cancelled the flow.</summary>
    public bool IsCancelled => _cancelled is not null;

    /// <summary>The flow can't be started as it is: the caller's mistake, and no failure of an operator.</summary>
    public void Refuse(Exception error) => Error ??= error;

    /// <summary>The flow has failed. The first reason counts.</summary>
    public void Fail(Exception error, string place) => Error ??= error as FlowException ?? FlowException.Without(
        place,
        "which failed",
        error is ActorInitializationException { InnerException: { } inner } ? inner : error);

    /// <summary>Somebody cancelled the flow.</summary>
    public void Cancel(CancellationToken token) => _cancelled ??= token;

    /// <summary>Every stage has come to its end.</summary>
    public void Finish() => _isDone = true;

    /// <summary>All stages are gone.</summary>
    public void End()
    {
        if (Error is not null)
        {
            _completion.TrySetException(Error);
        }
        else if (_cancelled is { } token)
        {
            _completion.TrySetCanceled(token);
        }
        else if (_isDone)
        {
            _completion.TrySetResult();
        }
        else
        {
            _completion.TrySetException(FlowException.Ended("its coordinator", "somebody else stopped it"));
        }
    }
}
