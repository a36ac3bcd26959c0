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
    private readonly ILoggingAdapter _log;
    private Task<Done>? _run;

    internal CoordinatedShutdown(EmbeddedActorSystem system)
    {
        _system = system;
        _log = Logging.GetLogger(system, GetType());
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

    /// <summary>How long all phases that have tasks may take together.</summary>
    public TimeSpan TotalTimeout => _tasks.Keys.Aggregate(TimeSpan.Zero, (sum, phase) => sum + Timeout(phase));

    /// <summary>The one of a system.</summary>
    public static CoordinatedShutdown Get(ActorSystem sys) =>
        sys.WithExtension<CoordinatedShutdown, CoordinatedShutdownExtension>();

    /// <summary>How long the tasks of a phase may take.</summary>
    /// <exception cref="ArgumentException">There is no such phase.</exception>
    public TimeSpan Timeout(string phase) => Find(phase)?.Timeout ?? throw new ArgumentException(Unknown(phase));

    /// <summary>Adds something to do in a phase. It runs beside the other tasks of the phase.</summary>
    /// <exception cref="ConfigurationException">There is no such phase.</exception>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task) =>
        _tasks.GetOrAdd(
            Find(phase)?.Name ?? throw new ConfigurationException(Unknown(phase)),
            static _ => new()).Enqueue(new(taskName, task));

    /// <summary>Runs the phases, once: a second call returns the task of the first.</summary>
    /// <param name="reason">Why; kept in <see cref="ShutdownReason"/>.</param>
    /// <param name="fromPhase">The first phase to run; null for all of them.</param>
    /// <returns>
    /// Completes after the last phase. Where a phase fails that does not recover, it fails with an AggregateException
    /// of what its tasks threw.
    /// </returns>
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
        var phases = _phases.SkipWhile(phase => fromPhase is not null && phase.Name != fromPhase);
        Exception? failure = null;
        foreach (var phase in phases)
        {
            failure = await RunAsync(phase).ConfigureAwait(false);
            if (failure is not null)
            {
                break;
            }
        }

        _ = failure is null ? run.TrySetResult(Done.Instance) : run.TrySetException(failure);
    }

    /// <returns>What ends the shutdown; null where it goes on.</returns>
    private async Task<AggregateException?> RunAsync(ShutdownPhase phase)
    {
        if (!_tasks.TryGetValue(phase.Name, out var tasks))
        {
            _log.Debug("Performing phase [{0}] with [0] tasks.", phase.Name);
            return null;
        }

        var names = string.Join(",", tasks.Select(task => task.Name));
        _log.Debug("Performing phase [{0}] with [{1}] tasks: [{2}]", phase.Name, tasks.Count, names);
        var all = Task.WhenAll(tasks.Select(task => RunAsync(phase, task)));
        return await EndsInTimeAsync(all, phase).ConfigureAwait(false) ? all.Exception : Overdue(phase);
    }

    private async Task RunAsync(ShutdownPhase phase, ShutdownTask task)
    {
        Task? running = null;
        try
        {
            running = task.Run();
            await running.ConfigureAwait(false);
        }
        catch (Exception error) when (phase.Recover)
        {
            var message = running is null ? error.Message : running.Exception?.Flatten().Message;
            _log.Warning("Task [{0}] failed in phase [{1}]: {2}", task.Name, phase.Name, message);
        }
    }

    // The last phase ends the scheduler, too: then there is nothing that could tell that time is over.
    private async Task<bool> EndsInTimeAsync(Task all, ShutdownPhase phase)
    {
        if (all.IsCompleted)
        {
            return true;
        }

        var timeout = new Promise<Done>(_system.Parts.Completions);
        try
        {
            using var timer = new Cancelable(_system.Scheduler);
            _system.Scheduler.Advanced.ScheduleOnce(
                phase.Timeout, () => timeout.TrySetResult(Done.Instance), timer);
            var first = await Task.WhenAny(all, timeout.Task).ConfigureAwait(false);
            timer.Cancel();
            return first == all;
        }
        catch (SchedulerException)
        {
            await Task.WhenAny(all).ConfigureAwait(false);
            return true;
        }
    }

    private AggregateException? Overdue(ShutdownPhase phase)
    {
        if (phase.Recover)
        {
            _log.Warning("Coordinated shutdown phase [{0}] timed out after {1}", phase.Name, phase.Timeout);
            return null;
        }

        return new(new TimeoutException(
            $"Expected phase {phase.Name} of the coordinated shutdown to end within {phase.Timeout}, got no end. "
            + "The shutdown stops here, since recover is off in akka.coordinated-shutdown.phases."));
    }

    private ShutdownPhase? Find(string phase) => _phases.FirstOrDefault(known => known.Name == phase);

    private string Unknown(string phase) =>
        $"Expected one of the phases {string.Join(", ", _phases.Select(known => known.Name))}, got \"{phase}\". "
        + "Add it to akka.coordinated-shutdown.phases.";

    private async Task<Done> TerminateSystem()
    {
        await _system.TerminateTree().ConfigureAwait(false);
        return Done.Instance;
    }

    private void RunAtProcessExit(object? sender, EventArgs e) => Run(ClrExitReason.Instance).Wait(TotalTimeout);
}
