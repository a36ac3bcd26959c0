namespace Party.Flows.Windows;

/// <summary>Windows by the time that events carry: they end when the watermark has passed them.</summary>
/// <remarks>
/// The watermark of a stage is the least of the highest event times that its upstream stages have sent, of all that
/// have neither ended nor fallen idle. It exists once each of them has sent an event, and never goes back. An event
/// that comes when its window is over is late: it is counted, and goes to <see cref="Late"/>.
/// </remarks>
public abstract record EventTimeWindow<T> : Window<T>
{
    private protected EventTimeWindow()
    {
    }

    /// <summary>How far the watermark may be past a window's end before the window is over, in event time.</summary>
    /// <value>
    /// The default is zero. With more, a window fires by <see cref="TriggerKind.Watermark"/> when the watermark passes
    /// its end, takes events until it has passed by so much, and then fires by <see cref="TriggerKind.Done"/>.
    /// </value>
    public TimeSpan AllowedLateness
    {
        get;
        init => field = Expect.NotNegative(value, "an allowed lateness");
    }

    /// <summary>How long an upstream stage may send nothing before it stops holding back the watermark.</summary>
    /// <value>
    /// The default is 30 seconds; <see cref="Timeout.InfiniteTimeSpan"/> is for ever. Its next event makes it count
    /// again.
    /// </value>
    public TimeSpan IdleTimeout
    {
        get;
        init => field = Expect.PositiveOrInfinite(value, "an idle timeout");
    } = TimeSpan.FromSeconds(30);

    /// <summary>Where late events go.</summary>
    /// <value>The default is null: they are counted and dropped.</value>
    public SideOutput<T>? Late { get; init; }

    internal override SideOutput<T>? LateOutput => Late;

    /// <inheritdoc/>
    public override EventTimeWindow<T> TriggerEvery(int count) => (EventTimeWindow<T>)base.TriggerEvery(count);

    /// <inheritdoc/>
    public override EventTimeWindow<T> TriggerPeriodically(TimeSpan period) =>
        (EventTimeWindow<T>)base.TriggerPeriodically(period);

    /// <inheritdoc/>
    public override EventTimeWindow<T> TriggerWhen<TState>(
        string name, Func<TState> seed, Func<TState, T, (bool Fires, TState State)> rule) =>
        (EventTimeWindow<T>)base.TriggerWhen(name, seed, rule);
}
