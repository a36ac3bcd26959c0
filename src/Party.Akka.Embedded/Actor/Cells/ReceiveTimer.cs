namespace Akka.Actor.Cells;

/// <summary>Waits for silence: sends a ReceiveTimeout unless it is started anew in time.</summary>
internal sealed class ReceiveTimer(ActorCell cell)
{
    private ICancelable? _running;

    /// <summary>How long the silence must last; null for no timeout at all.</summary>
    public TimeSpan? Duration { get; private set; }

    public void Set(TimeSpan? duration)
    {
        if (duration is { } span && span <= TimeSpan.Zero && span != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(
                nameof(duration),
                duration,
                $"Expected a receive timeout longer than zero, or null for none, got {duration} in {cell.Self}.");
        }

        Duration = duration == Timeout.InfiniteTimeSpan ? null : duration;
        Stop();
        Resume();
    }

    /// <summary>Starts to wait, unless it does.</summary>
    public void Resume()
    {
        if (_running is null && Duration is { } duration)
        {
            _running = cell.System.Scheduler.ScheduleTellOnceCancelable(
                duration, cell.Self, ReceiveTimeout.Instance, cell.Self);
        }
    }

    public void Stop()
    {
        _running?.Cancel();
        _running = null;
    }
}
