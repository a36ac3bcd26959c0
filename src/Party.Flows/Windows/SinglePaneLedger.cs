namespace Party.Flows.Windows;

/// <summary>Windows of which one is open at a time, whoever sends the events and whatever time they carry.</summary>
internal abstract class SinglePaneLedger<T>(Window<T> window, WindowKind kind) : PaneLedger<T>(window)
{
    private OpenPane<T>? _current;
    private long _number;

    protected override IEnumerable<OpenPane<T>> Panes => _current is null ? [] : [_current];

    /// <summary>Whether a window is there before its first event.</summary>
    protected virtual bool OpensAtOnce => TellsEveryEnd;

    public override void Start(int upstreams, TimeSpan now, IPaneHandler<T> handler) => OpenAtOnce(handler);

    public override void End(int upstream, IPaneHandler<T> handler)
    {
    }

    public override void End(IPaneHandler<T> handler)
    {
        if (_current is { } last)
        {
            _current = null;
            Finish(last, handler);
        }
    }

    protected void Feed(ReadOnlySpan<T> events, IPaneHandler<T> handler)
    {
        if (!events.IsEmpty)
        {
            _current ??= Open(handler);
            Feed(_current, events, handler);
        }
    }

    /// <summary>The current window is over, and the next one has its turn.</summary>
    protected void Next(IPaneHandler<T> handler)
    {
        End(handler);
        _number++;
        OpenAtOnce(handler);
    }

    private void OpenAtOnce(IPaneHandler<T> handler)
    {
        if (OpensAtOnce)
        {
            _current = Open(handler);
        }
    }

    private OpenPane<T> Open(IPaneHandler<T> handler)
    {
        var trigger = BeginTrigger();
        return new(handler.Open(new(kind, _number)), trigger);
    }
}
