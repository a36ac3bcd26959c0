using System.Diagnostics;

namespace Party.Benchmarks.Partitions;

/// <summary>
/// Time that a consumer owes for the events it has handled. A timer is good for a millisecond at best, and late: what
/// it takes too long is taken off what is owed next.
/// </summary>
internal sealed class Debt
{
    private double _owed;
    private long _start;

    /// <summary>Enters an event.</summary>
    /// <returns>How long to wait now, in whole milliseconds; mostly 0.</returns>
    public int Add(double delay)
    {
        _owed = delay == 0 ? 0 : _owed + delay;
        _start = _owed >= 1 ? Stopwatch.GetTimestamp() : 0;
        return (int)_owed;
    }

    /// <summary>The wait is over.</summary>
    public void Pay() => _owed -= Stopwatch.GetElapsedTime(_start).TotalMilliseconds;
}
