using Akka.Dispatch;

namespace Party.Conformance.Stages.Actors;

/// <summary>
/// A thread dispatcher without threads: mailboxes stand in line, and whose turn it is empties its own. That is how one
/// scheduler of Erlang's runs processes, and how the model does.
/// </summary>
public sealed class TurnDispatcher : MessageDispatcher
{
    private readonly Queue<IRunnable> _line = new();

    /// <summary>A dispatcher for the section of the configurator.</summary>
    public TurnDispatcher(MessageDispatcherConfigurator configurator)
        : base(configurator)
    {
        Id = "turns";
        Throughput = int.MaxValue;
    }

    /// <summary>Runs mailboxes until all are empty.</summary>
    public void RunToTheEnd()
    {
        while (Next() is { } next)
        {
            next.Run();
        }
    }

    /// <inheritdoc/>
    protected override void ExecuteTask(IRunnable run)
    {
        lock (_line)
        {
            _line.Enqueue(run);
        }
    }

    /// <inheritdoc/>
    protected override void Shutdown()
    {
    }

    private IRunnable? Next()
    {
        lock (_line)
        {
            return _line.TryDequeue(out var next) ? next : null;
        }
    }
}
