namespace Party.Simulation.Timing;

/// <summary>A timer of a <see cref="VirtualClock"/>.</summary>
internal sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    // Counts the changes, so that the clock knows an entry that is out of date; negative after the end.
    private int _version;

    public bool IsSet(int version) => version == _version;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_version < 0)
        {
            return false;
        }

        _version++;
        _period = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            clock.Add(this, _version, clock.Elapsed + dueTime);
        }

        return true;
    }

    /// <summary>Does what the timer is for, and sets it again if it is periodic.</summary>
    public void Fire()
    {
        Change(_period, _period);
        if (_context is null)
        {
            callback(state);
        }
        else
        {
            ExecutionContext.Run(_context, _ => callback(state), null);
        }
    }

    public void Dispose() => _version = -1;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
