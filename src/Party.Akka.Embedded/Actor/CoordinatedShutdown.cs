using System.Collections.Concurrent;
using Akka.Actor.Hosting;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>Ends an application in an orderly way: tasks in phases, phase after phase, the actor system last.</summary>
/// <remarks>
/// The phases, their order, their time limits and what they do about failures are set in
/// akka.coordinated-shutdown.phases. The tasks of one phase run at the same time; the next phase waits for all of them.
/// </remarks>
public sealed partial class CoordinatedShutdown : IExtension
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ShutdownTask>> _tasks = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<ShutdownPhase> _phases;
    private readonly EmbeddedActorSystem _system;
    private Task<Done>? _run;

    internal CoordinatedShutdown(EmbeddedActorSystem system)
    {
        _system = system;
        _phases = ShutdownPhase.InOrder(system.Settings.Config);
        if (system.Settings.CoordinatedShutdownTerminateActorSystem)
        {
            AddTask(PhaseActorSystemTerminate, "terminate-system", TerminateSystem);
        }

        if (system.Settings.Config.GetBoolean("akka.coordinated-shutdown.run-by-clr-shutdown-hook"))
        {
            AppDomain.CurrentDomain.ProcessExit += RunAtProcessExit;
            system.RegisterOnTermination(() => AppDomain.CurrentDomain.ProcessExit -= RunAtProcessExit);
        }
    }

    /// <summary>The system that ends last.</summary>
    public ExtendedActorSystem System => _system;

    /// <summary>Why the shutdown was started first; null while it was not.</summary>
    public Reason? ShutdownReason { get; private set; }

    /// <summary>How long all phases may take together.</summary>
    public TimeSpan TotalTimeout => _phases.Aggregate(TimeSpan.Zero, (sum, phase) => sum + phase.Timeout);

    /// <summary>The one of a system.</summary>
    public static CoordinatedShutdown Get(ActorSystem sys) =>
        sys.WithExtension<CoordinatedShutdown, CoordinatedShutdownExtension>();

    /// <summary>How long the tasks of a phase may take.</summary>
    /// <exception cref="ConfigurationException">There is no such phase.</exception>
    public TimeSpan Timeout(string phase) => Known(phase).Timeout;

    /// <summary>Adds something to do in a phase. It runs beside the other tasks of the phase.</summary>
    /// <exception cref="ConfigurationException">There is no such phase.</exception>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task) =>
        _tasks.GetOrAdd(Known(phase).Name, static _ => new()).Enqueue(new(taskName, task));

    /// <summary>Runs the phases, once: a second call returns the task of the first.</summary>
    /// <param name="reason">Why; kept in <see cref="ShutdownReason"/>.</param>
    /// <param name="fromPhase">The first phase to run; null for all of them.</param>
    /// <returns>Completes after the last phase; fails with the first phase that fails and does not recover.</returns>
    public Task<Done> Run(Reason reason, string? fromPhase = null)
    {
        var run = new Promise<Done>(_system.Parts.Completions);
        if (Interlocked.CompareExchange(ref _run, run.Task, null) is { } earlier)
        {
            return earlier;
        }

        ShutdownReason = reason;
        _ = CompleteAsync(run, fromPhase);
        return run.Task;
    }

    private async Task CompleteAsync(Promise<Done> run, string? fromPhase)
    {
        try
        {
            foreach (var phase in _phases.SkipWhile(phase => fromPhase is not null && phase.Name != fromPhase))
            {
                await RunAsync(phase).ConfigureAwait(false);
            }

            run.TrySetResult(Done.Instance);
        }
        catch (Exception error)
        {
            run.TrySetException(error);
        }
    }

    private async Task RunAsync(ShutdownPhase phase)
    {
        if (!phase.IsEnabled || !_tasks.TryGetValue(phase.Name, out var tasks))
        {
            return;
        }

        var all = Task.WhenAll(tasks.Select(task => RunAsync(phase, task)));
        try
        {
            await all.WaitAsync(phase.Timeout, _system.Clock).ConfigureAwait(false);
        }
        catch (TimeoutException error) when (!all.IsCompleted)
        {
            Overdue(phase, error);
        }
    }

    private async Task RunAsync(ShutdownPhase phase, ShutdownTask task)
    {
        try
        {
            await task.Run().ConfigureAwait(false);
        }
        catch (Exception error) when (phase.Recover)
        {
            _system.Log.Warning(error, "Task {0} of shutdown phase {1} failed.", task.Name, phase.Name);
        }
    }

    private void Overdue(ShutdownPhase phase, TimeoutException error)
    {
        if (!phase.Recover)
        {
            throw new TimeoutException(
                $"Expected phase {phase.Name} of the coordinated shutdown to end within {phase.Timeout}, got no end. "
                + "The shutdown stops here, since recover is off in akka.coordinated-shutdown.phases.",
                error);
        }

        const string Text = "Shutdown phase {0} took longer than {1}; its tasks were left behind.";
        _system.Log.Warning(Text, phase.Name, phase.Timeout);
    }

    private ShutdownPhase Known(string phase) =>
        _phases.FirstOrDefault(known => known.Name == phase) ?? throw new ConfigurationException(
            $"Expected one of the phases {string.Join(", ", _phases.Select(known => known.Name))}, got \"{phase}\". "
            + "Add it to akka.coordinated-shutdown.phases.");

    private async Task<Done> TerminateSystem()
    {
        await _system.TerminateTree().ConfigureAwait(false);
        return Done.Instance;
    }

    private void RunAtProcessExit(object? sender, EventArgs e) => Run(ClrExitReason.Instance).Wait(TotalTimeout);
}
