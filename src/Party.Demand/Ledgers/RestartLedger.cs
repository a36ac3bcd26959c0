using System.Diagnostics;

namespace Party.Demand.Ledgers;

/// <summary>A supervisor's books of restarts: whether one more is within its intensity.</summary>
/// <remarks>
/// Law: no window holds more than the most restarts allowed. The window slides: a restart counts until it is older than
/// the window is long, and all children of a supervisor share one count.
/// Source: Elixir's DynamicSupervisor, max_restarts and max_seconds.
/// </remarks>
/// <param name="maxRestarts">The most restarts within a window, at least 0.</param>
/// <param name="window">How long a restart counts.</param>
[DebuggerDisplay("{Count} of {_maxRestarts} within {_window}")]
public sealed class RestartLedger(int maxRestarts, TimeSpan window)
{
    private readonly int _maxRestarts = maxRestarts;
    private readonly TimeSpan _window = window;

    // Oldest first; never more than the most allowed.
    private readonly Queue<TimeSpan> _restarts = new();

    /// <summary>How many restarts count at the moment they were last looked at.</summary>
    public int Count => _restarts.Count;

    /// <summary>Enters a restart, if there may be one more now. One that may not be is not entered.</summary>
    /// <param name="now">A time that never goes back, from any origin.</param>
    public bool TryEnter(TimeSpan now)
    {
        while (_restarts.TryPeek(out var oldest) && now - oldest > _window)
        {
            _restarts.Dequeue();
        }

        if (_restarts.Count >= _maxRestarts)
        {
            return false;
        }

        _restarts.Enqueue(now);
        return true;
    }
}
