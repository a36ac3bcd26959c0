namespace Akka.Dispatch;

/// <summary>An action as work for a thread dispatcher.</summary>
public sealed class ActionRunnable : IRunnable
{
    private readonly Action _action;

    /// <summary>Runs <paramref name="action"/>, as often as it is run.</summary>
    public ActionRunnable(Action action) => _action = action;

    /// <inheritdoc/>
    public void Run() => _action();

    /// <inheritdoc cref="Run"/>
    public void Execute() => Run();
}
