namespace Party.Simulation.Timing;

/// <summary>A clock that stands still until the simulation moves it to the next timer.</summary>
/// <remarks>Timers that are due at one moment fire in a random order.</remarks>
internal sealed class VirtualClock(Random random) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<(VirtualTimer Timer, int Version), (TimeSpan Due, long Order)> _timers = new();

    /// <summary>Since the beginning of the simulation.</summary>
    public TimeSpan Elapsed { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>When the next timer is due; null where none is set.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            lock (_lock)
            {
                while (_timers.TryPeek(out var next, out var when))
                {
                    if (next.Timer.IsSet(next.Version))
                    {
                        return when.Due;
                    }

                    _timers.Dequeue();
                }

                return null;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => Start + Elapsed;

    public override long GetTimestamp() => Elapsed.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock; never back.</summary>
    public void MoveTo(TimeSpan moment) => Elapsed = moment > Elapsed ? moment : Elapsed;

    /// <summary>Takes the next timer, which <see cref="NextDue"/> has found.</summary>
    public VirtualTimer TakeNext()
    {
        lock (_lock)
        {
            return _timers.Dequeue().Timer;
        }
    }

    public void Add(VirtualTimer timer, int version, TimeSpan due)
    {
        lock (_lock)
        {
            _timers.Enqueue((timer, version), (due, random.NextInt64()));
        }
    }
}
