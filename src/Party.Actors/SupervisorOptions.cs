namespace Party.Actors;

/// <summary>What all supervisors that start children on demand have in common.</summary>
public abstract record SupervisorOptions
{
    private protected SupervisorOptions()
    {
    }

    /// <summary>The most restarts within a <see cref="Window"/>, of all children together.</summary>
    /// <value>3 by default, at least 0. One more stops the supervisor, and all children before it.</value>
    public int MaxRestarts
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected max-restarts of at least 0, got {value}. 0 allows no restart.");
    } = 3;

    /// <summary>How long a restart counts; the window slides.</summary>
    /// <value>5 seconds by default, more than 0.</value>
    public TimeSpan Window
    {
        get;
        init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(
            nameof(value), value, $"Expected a window longer than 0, got {value}. No restart would ever count.");
    } = TimeSpan.FromSeconds(5);

    /// <summary>How long a child has to end by itself; then it is stopped after the message at hand.</summary>
    /// <value>
    /// 5 seconds by default, 0 to stop at once, up to <see cref="LongestShutdown"/>;
    /// <see cref="Timeout.InfiniteTimeSpan"/> to wait for as long as it takes.
    /// </value>
    public TimeSpan ShutdownTimeout
    {
        get;
        init => field = value == Timeout.InfiniteTimeSpan || (value >= TimeSpan.Zero && value <= LongestShutdown)
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value),
                value,
                $"Expected a shutdown-timeout of [0..{LongestShutdown}], got {value}. "
                + "Timeout.InfiniteTimeSpan waits for as long as it takes.");
    } = TimeSpan.FromSeconds(5);

    /// <summary>The longest <see cref="ShutdownTimeout"/> that ends.</summary>
    /// <value>24 days, which every scheduler can count.</value>
    public static TimeSpan LongestShutdown { get; } = TimeSpan.FromDays(24);
}
