namespace Party.Flows.Windows;

/// <summary>Fixed windows by <see cref="LateRule.PerUpstream"/>: batch by batch, as Elixir's Flow has them.</summary>
/// <remarks>
/// A window closes when every upstream that hasn't ended has sent an event of a later one; nothing closes because an
/// upstream falls idle, or when one ends before the next batch. The allowed lateness runs in processing time.
/// </remarks>
internal sealed class PerUpstreamLedger<T>(FixedWindow<T> window) : PaneLedger<T>(window)
{
    private readonly long _size = window.Size.Ticks;
    private readonly AlignedPanes<T> _panes = new();

    // The newest window of each upstream: none before its first event, and the greatest number once it has ended.
    private long?[] _newest = [];

    // All windows that have a lower number have had their end; null before every upstream has sent an event.
    private long? _closedUpTo;
    private long[] _numbers = [];

    protected override IEnumerable<OpenPane<T>> Panes => _panes;

    // Four times per lateness, so that a window stays open for one and a quarter of it at most.
    protected override TimeSpan? OwnTimer => window.AllowedLateness == TimeSpan.Zero
        ? null
        : TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, window.AllowedLateness.Ticks / 4));

    public override void Start(int upstreams, TimeSpan now, IPaneHandler<T> handler) => _newest = new long?[upstreams];

    public override void Receive(int upstream, ReadOnlySpan<T> events, TimeSpan now, IPaneHandler<T> handler)
    {
        if (events.IsEmpty)
        {
            return;
        }

        var numbers = NumbersOf(events);
        for (var index = 0; index < events.Length;)
        {
            var run = numbers[index..].IndexOfAnyExcept(numbers[index]);
            run = run < 0 ? events.Length - index : run;
            Take(upstream, numbers[index], events.Slice(index, run), handler);
            index += run;
        }

        CloseWhatAllHavePassed(now, handler);
    }

    public override void End(int upstream, IPaneHandler<T> handler) => _newest[upstream] = long.MaxValue;

    public override void End(IPaneHandler<T> handler)
    {
        OpenSkipped(handler);
        while (_panes.Count > 0)
        {
            Finish(_panes.RemoveFirst(), handler);
        }
    }

    protected override void OwnTick(TimeSpan now, IPaneHandler<T> handler)
    {
        foreach (var open in _panes.Where(open => now - open.PastEndSince >= window.AllowedLateness).ToList())
        {
            _panes.Remove(open);
            Finish(open, handler);
        }
    }

    protected override void OpenSkipped(IPaneHandler<T> handler)
    {
        if (window.EmptyWindows == EmptyWindows.Fire && _panes.Count > 0)
        {
            Expect.BearableGap(_panes.Last.Number - _panes.First.Number);
            for (var number = _panes.First.Number; number < _panes.Last.Number; number++)
            {
                FindOrOpen(number, handler);
            }
        }
    }

    private ReadOnlySpan<long> NumbersOf(ReadOnlySpan<T> events)
    {
        if (_numbers.Length < events.Length)
        {
            _numbers = new long[events.Length];
        }

        for (var index = 0; index < events.Length; index++)
        {
            _numbers[index] = Ticks.Floor(window.Time(events[index]).UtcTicks, _size);
        }

        return _numbers.AsSpan(0, events.Length);
    }

    private void Take(int upstream, long number, ReadOnlySpan<T> events, IPaneHandler<T> handler)
    {
        ref var newest = ref _newest[upstream];
        if (!_panes.TryFind(number, out var open))
        {
            if (number < newest)
            {
                foreach (var item in events)
                {
                    handler.Late(item);
                }

                return;
            }

            open = FindOrOpen(number, handler);
        }

        newest = Math.Max(newest ?? number, number);
        Feed(open, events, handler);
    }

    private void CloseWhatAllHavePassed(TimeSpan now, IPaneHandler<T> handler)
    {
        if (_newest.Any(static newest => newest is null))
        {
            return;
        }

        var upTo = _newest.Min() ?? 0;
        if (_closedUpTo is null && _panes.Count > 0)
        {
            _closedUpTo = _panes.First.Number;
        }

        foreach (var number in Between(_closedUpTo ?? upTo, upTo))
        {
            PassEnd(FindOrOpen(number, handler), now, handler);
        }

        _closedUpTo = upTo;
    }

    private IEnumerable<long> Between(long from, long upTo)
    {
        if (from >= upTo)
        {
            return [];
        }

        if (window.EmptyWindows == EmptyWindows.Skip)
        {
            return _panes.Select(static open => open.Number).Where(number => number >= from && number < upTo).ToList();
        }

        Expect.BearableGap(upTo - from);
        return Enumerable.Range(0, (int)(upTo - from)).Select(index => from + index);
    }

    private void PassEnd(AlignedPane<T> open, TimeSpan now, IPaneHandler<T> handler)
    {
        if (window.AllowedLateness == TimeSpan.Zero)
        {
            _panes.Remove(open);
            Finish(open, handler);
            return;
        }

        open.PastEndSince = now;
        FireAtEnd(open, Trigger.Watermark, handler);
    }

    private AlignedPane<T> FindOrOpen(long number, IPaneHandler<T> handler)
    {
        if (_panes.TryFind(number, out var found))
        {
            return found;
        }

        var end = Ticks.Add(number * _size, _size);
        var trigger = BeginTrigger();
        var opened = new OpenWindow(WindowKind.Fixed, number)
        {
            Start = Ticks.Show(number * _size),
            End = Ticks.Show(end),
        };
        var open = new AlignedPane<T>(handler.Open(opened), trigger, number, end);
        _panes.Add(open);
        return open;
    }
}
