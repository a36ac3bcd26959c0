namespace Party.Flows.Windows;

/// <summary>What all windows have in common: triggers, and how a window is fed, fires and ends.</summary>
internal abstract class PaneLedger<T>(Window<T> window) : WindowLedger<T>
{
    /// <summary>What the ledger itself wants to be called for, before the periodic triggers.</summary>
    protected virtual TimeSpan? OwnTimer => null;

    /// <summary>Whether every end is told, also of windows that nothing came to.</summary>
    protected bool TellsEveryEnd => window.FinalFiring == FinalFiring.Always;

    /// <summary>Whether something looks at the events, so that windows fire between them.</summary>
    protected bool IsJudged => window.Rule is not null;

    /// <summary>The windows that are open, in the order of their ends.</summary>
    protected abstract IEnumerable<OpenPane<T>> Panes { get; }

    public override IReadOnlyList<TimeSpan> Timers =>
        OwnTimer is { } own ? [own, .. window.Periods] : window.Periods;

    public override void Tick(int timer, TimeSpan now, IPaneHandler<T> handler)
    {
        var period = OwnTimer is null ? timer : timer - 1;
        if (period < 0)
        {
            OwnTick(now, handler);
            return;
        }

        var trigger = Trigger.Periodically(window.Periods[period]);
        OpenSkipped(handler);
        foreach (var open in Panes)
        {
            if (open.Pane.IsChanged || TellsEveryEnd)
            {
                Fire(open, trigger, handler);
            }
        }
    }

    public override void Fire(string name, IPaneHandler<T> handler)
    {
        var trigger = Trigger.Message(name);
        OpenSkipped(handler);
        foreach (var open in Panes)
        {
            Fire(open, trigger, handler);
        }
    }

    /// <summary>The ledger's own timer has run out.</summary>
    protected virtual void OwnTick(TimeSpan now, IPaneHandler<T> handler)
    {
    }

    /// <summary>Every window is about to fire: also one that nothing came to, if those exist.</summary>
    protected virtual void OpenSkipped(IPaneHandler<T> handler)
    {
    }

    /// <summary>A window is about to fire, or to close: what it is called may have to be set right.</summary>
    protected virtual void Name(OpenPane<T> open)
    {
    }

    /// <summary>The beginning of what looks at the events of a window that opens.</summary>
    protected TriggerState<T>? BeginTrigger() => window.Rule?.Begin();

    /// <summary>Events belong to a window; it fires within them as its trigger has it.</summary>
    protected void Feed(OpenPane<T> open, ReadOnlySpan<T> events, IPaneHandler<T> handler)
    {
        if (open.Trigger is not null)
        {
            events = FeedUpToLastFiring(open, open.Trigger, events, handler);
        }

        if (!events.IsEmpty)
        {
            open.Pane.IsChanged = true;
            handler.Feed(open.Pane, events);
        }
    }

    protected void Fire(OpenPane<T> open, Trigger trigger, IPaneHandler<T> handler)
    {
        Name(open);
        handler.Fire(open.Pane, trigger);
        Fired(open);
    }

    /// <summary>A window has come to an end: it fires if there is something to tell.</summary>
    protected void FireAtEnd(OpenPane<T> open, Trigger trigger, IPaneHandler<T> handler)
    {
        if (open.Pane.IsChanged || !open.HasFired || TellsEveryEnd)
        {
            Fire(open, trigger, handler);
        }
    }

    /// <summary>A window is over: it fires for the last time if there is something to tell, and closes.</summary>
    protected void Finish(OpenPane<T> open, IPaneHandler<T> handler)
    {
        FireAtEnd(open, Trigger.Done, handler);
        Name(open);
        handler.Close(open.Pane);
    }

    private ReadOnlySpan<T> FeedUpToLastFiring(
        OpenPane<T> open, TriggerState<T> trigger, ReadOnlySpan<T> events, IPaneHandler<T> handler)
    {
        while (!events.IsEmpty && trigger.Advance(events) is var count and > 0)
        {
            Name(open);
            open.Pane.IsChanged = true;
            handler.Feed(open.Pane, events[..count], window.Rule?.Trigger);
            Fired(open);
            events = events[count..];
        }

        return events;
    }

    private void Fired(OpenPane<T> open)
    {
        open.HasFired = true;
        open.Pane.IsChanged = false;
        if (window.Accumulation == Accumulation.Discard)
        {
            open.Pane.Reset();
        }
    }
}
