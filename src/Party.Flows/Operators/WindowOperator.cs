using Party.Flows.Windows;

namespace Party.Flows.Operators;

/// <summary>Gives the operators that follow their events window by window, and lets windows fire.</summary>
internal sealed class WindowOperator<TEvent> : Operator<TEvent, TEvent>, IWindowed, IPaneHandler<TEvent>
{
    private readonly Window<TEvent> _window;
    private readonly WindowLedger<TEvent> _ledger;
    private readonly PaneCell _cell;
    private readonly StageScope _scope;

    public WindowOperator(Window<TEvent> window, PaneCell cell, StageScope scope, Operator<TEvent> following)
        : base(following)
    {
        (_window, _ledger, _cell, _scope) = (window, window.NewLedger(), cell, scope);
        _cell.IsWindowed = true;
        _scope.Add(this);
    }

    /// <inheritdoc/>
    public IReadOnlyList<TimeSpan> Timers => _ledger.Timers;

    /// <inheritdoc/>
    public void Start(int upstreams) => _ledger.Start(upstreams, _scope.Now, this);

    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<TEvent> events)
    {
        try
        {
            _ledger.Receive(_scope.Upstream, events, _scope.Now, this);
        }
        catch (Exception error) when (error is not FlowException)
        {
            throw FlowException.InBatch(nameof(Flow<>.Window), events[0], events.Length, error);
        }
    }

    /// <inheritdoc/>
    public void Tick(int timer) => _ledger.Tick(timer, _scope.Now, this);

    /// <inheritdoc/>
    public void Fire(string name) => _ledger.Fire(name, this);

    /// <inheritdoc/>
    public void End(int upstream) => _ledger.End(upstream, this);

    /// <inheritdoc/>
    public override void End()
    {
        _ledger.End(this);
        base.End();
    }

    /// <inheritdoc/>
    public Pane Open(OpenWindow window) => _cell.Open(window);

    /// <inheritdoc/>
    public void Feed(Pane pane, ReadOnlySpan<TEvent> events, Trigger? firing = null)
    {
        _cell.Current = pane;
        if (firing is not { } trigger)
        {
            Following.Next(events);
            return;
        }

        // What a window comes to goes before what its last events brought, as in Flow.
        _cell.Hold(true);
        Following.Next(events);
        _cell.Fire(pane, trigger);
        _cell.Hold(false);
    }

    /// <inheritdoc/>
    public void Fire(Pane pane, Trigger trigger) => _cell.Fire(pane, trigger);

    /// <inheritdoc/>
    public void Close(Pane pane) => _cell.Close(pane);

    /// <inheritdoc/>
    public void Merge(Pane into, Pane from) => _cell.Merge(into, from);

    /// <inheritdoc/>
    public void Late(TEvent item)
    {
        _scope.Counters.Late++;
        _window.LateOutput?.Take(item);
    }
}
