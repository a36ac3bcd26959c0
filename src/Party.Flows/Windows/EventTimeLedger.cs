namespace Party.Flows.Windows;

/// <summary>Windows that the watermark closes, event by event: how events were batched makes no difference.</summary>
/// <remarks>
/// Each event first moves its upstream's time on, and with it the watermark; what is due by then fires and closes;
/// then the event is put into what is open, or opens it, or is late. Runs of events that change nothing of this are
/// fed at once.
/// </remarks>
internal abstract class EventTimeLedger<T>(EventTimeWindow<T> window, Func<T, DateTimeOffset> time)
    : PaneLedger<T>(window)
{
    private UpstreamTimes _upstreams = new(0, TimeSpan.Zero);
    private long[] _times = [];

    /// <summary>By how many ticks the watermark may be past a window's end before it is over.</summary>
    protected long Lateness { get; } = window.AllowedLateness.Ticks;

    /// <summary>The watermark.</summary>
    protected long Watermark => _upstreams.Watermark;

    /// <summary>A watermark below this one makes nothing fire.</summary>
    protected abstract long NextDue { get; }

    // Twice per timeout: an upstream is left out after one and a half of it at the latest.
    protected override TimeSpan? OwnTimer => window.IdleTimeout == Timeout.InfiniteTimeSpan
        ? null
        : TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, window.IdleTimeout.Ticks / 2));

    public override void Start(int upstreams, TimeSpan now, IPaneHandler<T> handler) =>
        _upstreams = new(upstreams, now);

    public override void Receive(int upstream, ReadOnlySpan<T> events, TimeSpan now, IPaneHandler<T> handler)
    {
        if (events.IsEmpty)
        {
            return;
        }

        Look(events);
        var times = _times.AsSpan(0, events.Length);
        _upstreams.Hear(upstream, now);
        var others = _upstreams.LeastOther(upstream);

        for (var index = 0; index < events.Length;)
        {
            _upstreams.Advance(upstream, times[index], others);
            CloseWhatIsDue(handler);
            Enter(times[index], index, handler);

            // As long as the others hold the watermark back, no event of this upstream can make anything due.
            var run = Run(times[index..], index, others < NextDue ? long.MaxValue : NextDue, out var latest);
            _upstreams.Advance(upstream, latest, others);
            Take(events.Slice(index, run), handler);
            index += run;
        }
    }

    public override void End(int upstream, IPaneHandler<T> handler)
    {
        _upstreams.End(upstream);
        CloseWhatIsDue(handler);
    }

    /// <summary>Asks the user's functions about a batch, before anything moves.</summary>
    protected virtual void Look(ReadOnlySpan<T> events)
    {
        if (_times.Length < events.Length)
        {
            _times = new long[events.Length];
        }

        for (var index = 0; index < events.Length; index++)
        {
            _times[index] = time(events[index]).UtcTicks;
        }
    }

    /// <summary>Finds or opens the windows that an event belongs to, which is the so many-th of its batch.</summary>
    protected abstract void Enter(long time, int index, IPaneHandler<T> handler);

    /// <summary>How many events from the one that has entered on are like it, and which is their latest time.</summary>
    /// <param name="times">Their times, the one's that has entered first.</param>
    /// <param name="index">Where in its batch that one is.</param>
    /// <param name="limit">An event of this time or a later one makes something due.</param>
    /// <param name="latest">The latest time of the run.</param>
    protected abstract int Run(ReadOnlySpan<long> times, int index, long limit, out long latest);

    /// <summary>Feeds a run to the windows it has entered, or finds it late.</summary>
    protected abstract void Take(ReadOnlySpan<T> run, IPaneHandler<T> handler);

    /// <summary>Everything fires and closes that the watermark says so of, in order.</summary>
    protected abstract void Close(long watermark, IPaneHandler<T> handler);

    protected override void OwnTick(TimeSpan now, IPaneHandler<T> handler)
    {
        _upstreams.LeaveOutIdle(window.IdleTimeout, now);
        CloseWhatIsDue(handler);
    }

    protected static void TakeLate(ReadOnlySpan<T> events, IPaneHandler<T> handler)
    {
        foreach (var item in events)
        {
            handler.Late(item);
        }
    }

    private void CloseWhatIsDue(IPaneHandler<T> handler)
    {
        if (Watermark >= NextDue)
        {
            Close(Watermark, handler);
        }
    }
}
