namespace Party.Simulation.Scheduling;

/// <summary>What can run next, and the watch over who adds to it: while it runs, only its own thread.</summary>
internal sealed class Turns(Engine engine)
{
    private readonly Lock _lock = new();
    private readonly List<Turn> _waiting = [];

    // The thread that runs steps; 0 between runs.
    private volatile int _worker;

    /// <summary>What came from another thread, in words; null as long as nothing did.</summary>
    public string? Intrusion { get; private set; }

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Since when the one that has waited longest can run; null where none waits.</summary>
    public TimeSpan? WaitingSince
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count == 0 ? null : _waiting.Min(turn => turn.Since);
            }
        }
    }

    public bool IsOnWorker => _worker == Environment.CurrentManagedThreadId;

    /// <summary>Makes this thread the one that runs steps, until the result is disposed of.</summary>
    public IDisposable Enter()
    {
        _worker = Environment.CurrentManagedThreadId;
        return new Leave(this);
    }

    /// <param name="turn">What can run next.</param>
    /// <param name="isExpected">Whether it may come from outside, between runs.</param>
    public void Add(Turn turn, bool isExpected = true)
    {
        CheckThread(isExpected ? null : turn.Origin);
        lock (_lock)
        {
            _waiting.Add(turn);
        }
    }

    /// <summary>Takes any of those that wait.</summary>
    public Turn Take(Random choices)
    {
        lock (_lock)
        {
            var chosen = choices.Next(_waiting.Count);
            var turn = _waiting[chosen];
            _waiting[chosen] = _waiting[^1];
            _waiting.RemoveAt(_waiting.Count - 1);
            return turn;
        }
    }

    /// <summary>Takes note if this thread has no business here.</summary>
    /// <remarks>Between runs that is a thread on which something goes on that began in a step.</remarks>
    /// <param name="origin">What it began with, where that is known.</param>
    public void CheckThread(Origin? origin = null)
    {
        var worker = _worker;
        if (worker == Environment.CurrentManagedThreadId)
        {
            return;
        }

        origin ??= Origin.Current is { } current && current.Engine == engine ? current : null;
        if (worker != 0 || origin is not null)
        {
            Intrusion ??=
                "Expected everything in a simulation to happen on its own thread and clock, got something from another "
                + $"thread. It was started by {origin?.ToString() ?? "code outside of the simulation"}. Await only "
                + "what the simulation completes, and take time from its clock or the system's scheduler: no Task.Run, "
                + "no Task.Delay, no real timer or socket.";
        }
    }

    private sealed class Leave(Turns turns) : IDisposable
    {
        public void Dispose() => turns._worker = 0;
    }
}
