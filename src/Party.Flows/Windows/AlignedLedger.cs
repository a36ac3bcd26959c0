namespace Party.Flows.Windows;

/// <summary>Fixed and sliding windows: the latter begin more often than they end, and are else the same.</summary>
internal sealed class AlignedLedger<T> : EventTimeLedger<T>
{
    private readonly WindowKind _kind;
    private readonly long _size;
    private readonly long _slide;
    private readonly EmptyWindows _empty;
    private readonly AlignedPanes<T> _panes = new();

    // The windows that the current event has entered, and from which time up to which an event enters the same ones.
    private readonly List<AlignedPane<T>> _entered = [];
    private long _from;
    private long _to;

    // So many windows at the front have fired by the watermark, and wait for late events.
    private int _pastEnd;

    // Empty windows: all that have a lower number have had their turn. Null before the first window has ended.
    private long? _nextTurn;
    private long _nextDue = long.MaxValue;

    public AlignedLedger(FixedWindow<T> window)
        : base(window, window.Time) =>
        (_kind, _size, _slide, _empty) = (WindowKind.Fixed, window.Size.Ticks, window.Size.Ticks, window.EmptyWindows);

    public AlignedLedger(SlidingWindow<T> window)
        : base(window, window.Time) =>
        (_kind, _size, _slide) = (WindowKind.Sliding, window.Size.Ticks, window.Slide.Ticks);

    protected override IEnumerable<OpenPane<T>> Panes => _panes;

    protected override long NextDue => _nextDue;

    private long? FirstNumber => _panes.Count > 0 ? _panes.First.Number : null;

    public override void End(IPaneHandler<T> handler)
    {
        if (_empty == EmptyWindows.Fire && _panes.Count > 0)
        {
            OpenBetween(_nextTurn ?? _panes.First.Number, _panes.Last.Number, FinishUpTo, handler);
        }

        FinishUpTo(long.MaxValue, handler);
        _pastEnd = 0;
        Forget();
    }

    protected override void Enter(long time, int index, IPaneHandler<T> handler)
    {
        if (time >= _from && time < _to)
        {
            return;
        }

        var last = Ticks.Floor(time, _slide);
        var first = Ticks.Floor(time - _size, _slide) + 1;
        _entered.Clear();
        for (var number = first; number <= last; number++)
        {
            var end = EndOf(number);
            if (Ticks.Add(end, Lateness) > Watermark)
            {
                _entered.Add(_panes.TryFind(number, out var open) ? open : OpenForEvent(number, handler));
            }
        }

        // Sizes of thousands of years are allowed; what ended before this one may have ended before time began.
        _from = (long)Int128.Max((Int128)last * _slide, ((Int128)(first - 1) * _slide) + _size);
        _to = Math.Min(Ticks.Add(last * _slide, _slide), EndOf(first));
    }

    protected override int Run(ReadOnlySpan<long> times, int index, long limit, out long latest)
    {
        latest = times[0];
        if (IsJudged && _entered.Count > 1)
        {
            // Several windows fire in the order of events, not each in its turn after the whole run.
            return 1;
        }

        var (from, span) = (_from, (ulong)(_to - _from));
        var count = 1;
        for (; count < times.Length; count++)
        {
            var time = times[count];
            if ((ulong)(time - from) >= span || time >= limit)
            {
                break;
            }

            latest = Math.Max(latest, time);
        }

        return count;
    }

    protected override void Take(ReadOnlySpan<T> run, IPaneHandler<T> handler)
    {
        if (_entered.Count == 0)
        {
            TakeLate(run, handler);
            return;
        }

        foreach (var open in _entered)
        {
            Feed(open, run, handler);
        }
    }

    protected override void Close(long watermark, IPaneHandler<T> handler)
    {
        if (_empty == EmptyWindows.Fire && (_nextTurn ?? FirstNumber) is { } next)
        {
            // Each empty window has its turn in event time: no more are open at once than lateness demands.
            var upTo = Ticks.Floor(watermark, _size);
            OpenBetween(next, upTo, (number, handler) => CloseOpen(EndOf(number), handler), handler);
            _nextTurn = Math.Max(next, upTo);
        }

        CloseOpen(watermark, handler);
        Forget();
    }

    private long EndOf(long number) => Ticks.Add(number * _slide, _size);

    private AlignedPane<T> Open(long number, IPaneHandler<T> handler)
    {
        var end = EndOf(number);
        var trigger = BeginTrigger();
        var window = new OpenWindow(_kind, number) { Start = Ticks.Show(number * _slide), End = Ticks.Show(end) };
        var open = new AlignedPane<T>(handler.Open(window), trigger, number, end);

        _panes.Add(open);
        return open;
    }

    private AlignedPane<T> OpenForEvent(long number, IPaneHandler<T> handler)
    {
        var open = Open(number, handler);

        // Past its end already: it waits for late events at once, and is told when it is over.
        _pastEnd += open.End <= Watermark && Lateness > 0 ? 1 : 0;
        SetDue();
        return open;
    }

    // In event time: where two windows are due at once, the older one goes first.
    private void CloseOpen(long watermark, IPaneHandler<T> handler)
    {
        while (_panes.Count > 0)
        {
            var (over, end) = Dues();
            if (over <= end && over <= watermark)
            {
                _pastEnd -= _pastEnd > 0 ? 1 : 0;
                Finish(_panes.RemoveFirst(), handler);
            }
            else if (end <= watermark)
            {
                FireAtEnd(_panes[_pastEnd++], Trigger.Watermark, handler);
            }
            else
            {
                break;
            }
        }
    }

    // When the oldest window will be over, and when the next one will have come to its end.
    private (long Over, long End) Dues()
    {
        var over = _panes.Count == 0 || (_pastEnd == 0 && Lateness > 0)
            ? long.MaxValue
            : Ticks.Add(_panes.First.End, Lateness);
        var end = _pastEnd < _panes.Count ? _panes[_pastEnd].End : long.MaxValue;
        return (over, end);
    }

    private void OpenBetween(
        long next, long upTo, Action<long, IPaneHandler<T>> close, IPaneHandler<T> handler)
    {
        Expect.BearableGap(upTo - next);
        for (; next < upTo; next++)
        {
            if (!_panes.TryFind(next, out _))
            {
                Open(next, handler);
            }

            close(next, handler);
        }
    }

    private void FinishUpTo(long number, IPaneHandler<T> handler)
    {
        while (_panes.Count > 0 && _panes.First.Number <= number)
        {
            Finish(_panes.RemoveFirst(), handler);
        }
    }

    private void Forget()
    {
        (_from, _to) = (0, 0);
        SetDue();
    }

    private void SetDue()
    {
        var (over, end) = Dues();
        _nextDue = Math.Min(over, end);
        if (_nextTurn is { } next)
        {
            _nextDue = Math.Min(_nextDue, EndOf(next));
        }
    }
}
