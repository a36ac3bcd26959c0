using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Party.Simulation.Scheduling;

/// <summary>A thread that runs steps while somebody watches it; kept for the next simulation.</summary>
/// <remarks>Steps are not run on the caller's thread, since a step that never ends could not be left there.</remarks>
internal sealed class Worker
{
    private static readonly ConcurrentBag<Worker> Idle = [];

    private readonly object _gate = new();

    // Null while there is nothing to do.
    private Action? _work;
    private ExceptionDispatchInfo? _error;

    private Worker() => new Thread(Work) { IsBackground = true, Name = "simulation" }.Start();

    /// <summary>Runs the work on another thread. What it throws comes out.</summary>
    /// <param name="work">What to run, in the execution context of the caller.</param>
    /// <param name="glance">How often to look whether it still gets on.</param>
    /// <param name="isStuck">Whether it does not. Then the thread is left to itself.</param>
    /// <returns>False if the work got stuck.</returns>
    public static bool Run(Action work, TimeSpan glance, Func<bool> isStuck)
    {
        var worker = Idle.TryTake(out var idle) ? idle : new();
        if (!worker.Finishes(InContext(work), glance, isStuck))
        {
            return false;
        }

        var error = worker._error;
        Idle.Add(worker);
        error?.Throw();
        return true;
    }

    private static Action InContext(Action work) => ExecutionContext.Capture() is { } context
        ? () => ExecutionContext.Run(context, static work => ((Action)work!)(), work)
        : work;

    private bool Finishes(Action work, TimeSpan glance, Func<bool> isStuck)
    {
        lock (_gate)
        {
            _work = work;
            Monitor.PulseAll(_gate);
            while (_work is not null)
            {
                if (!Monitor.Wait(_gate, glance) && _work is not null && isStuck())
                {
                    return false;
                }
            }

            return true;
        }
    }

    private void Work()
    {
        while (true)
        {
            Try(Next());
            lock (_gate)
            {
                _work = null;
                Monitor.PulseAll(_gate);
            }
        }
    }

    private Action Next()
    {
        lock (_gate)
        {
            while (true)
            {
                if (_work is { } work)
                {
                    return work;
                }

                Monitor.Wait(_gate);
            }
        }
    }

    private void Try(Action work)
    {
        _error = null;
        try
        {
            work();
        }
        catch (Exception error)
        {
            _error = ExceptionDispatchInfo.Capture(error);
        }
    }
}
