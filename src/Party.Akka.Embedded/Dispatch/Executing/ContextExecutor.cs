namespace Akka.Dispatch.Executing;

/// <summary>Hands everything to a <see cref="SynchronizationContext"/>, such as that of a window.</summary>
internal sealed class ContextExecutor(SynchronizationContext context) : Executor
{
    /// <exception cref="InvalidOperationException">The calling thread has none.</exception>
    public static ContextExecutor OfThisThread(string dispatcherId) => new(
        SynchronizationContext.Current ?? throw new InvalidOperationException(
            $"Expected a SynchronizationContext on the thread that first uses the dispatcher \"{dispatcherId}\", got "
            + "none. Start such actors from the thread of the window."));

    public override void Execute(IRunnable run) => context.Post(static work => ((IRunnable)work!).Run(), run);
}
