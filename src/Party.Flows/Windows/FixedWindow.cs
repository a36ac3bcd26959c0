namespace Party.Flows.Windows;

/// <summary>Windows of one size, side by side in event time; made by <see cref="Window.Fixed"/>.</summary>
public sealed record FixedWindow<T> : EventTimeWindow<T>
{
    internal FixedWindow(TimeSpan size, Func<T, DateTimeOffset> time)
    {
        ArgumentNullException.ThrowIfNull(time);
        Size = Expect.Positive(size, "a fixed window");
        Time = time;
    }

    /// <summary>How long each is. The first one began with the year 1 (UTC), so that weeks begin on Monday.</summary>
    public TimeSpan Size { get; }

    /// <summary>Whether windows that no event came to exist.</summary>
    /// <value>The default is <see cref="EmptyWindows.Skip"/>.</value>
    public EmptyWindows EmptyWindows { get; init; }

    /// <summary>By what an event is judged to be late.</summary>
    /// <value>The default is <see cref="LateRule.Watermark"/>.</value>
    public LateRule LateRule { get; init; }

    internal Func<T, DateTimeOffset> Time { get; }

    /// <inheritdoc/>
    public override FixedWindow<T> TriggerEvery(int count) => (FixedWindow<T>)base.TriggerEvery(count);

    /// <inheritdoc/>
    public override FixedWindow<T> TriggerPeriodically(TimeSpan period) =>
        (FixedWindow<T>)base.TriggerPeriodically(period);

    /// <inheritdoc/>
    public override FixedWindow<T> TriggerWhen<TState>(
        string name, Func<TState> seed, Func<TState, T, (bool Fires, TState State)> rule) =>
        (FixedWindow<T>)base.TriggerWhen(name, seed, rule);

    internal override WindowLedger<T> NewLedger() => LateRule == LateRule.PerUpstream
        ? new PerUpstreamLedger<T>(this)
        : new AlignedLedger<T>(this);
}
