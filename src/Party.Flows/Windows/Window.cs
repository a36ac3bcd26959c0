namespace Party.Flows.Windows;

/// <summary>Makes windows: what a reduction's state is kept for, and when it is told.</summary>
public static class Window
{
    /// <summary>One window for everything; it ends with the data. A flow has it that names no window.</summary>
    public static Window<T> Global<T>() => new GlobalWindow<T>();

    /// <summary>Every so many events that come to a stage are a window.</summary>
    public static Window<T> Count<T>(int count) => new CountWindow<T>(count);

    /// <summary>What comes to a stage within each period of processing time is a window.</summary>
    public static Window<T> Periodic<T>(TimeSpan period) =>
        new PeriodicWindow<T>(Expect.Positive(period, "a periodic window"));

    /// <summary>Windows of one size, side by side in event time.</summary>
    /// <param name="size">How long each of them is.</param>
    /// <param name="time">When an event happened. It is asked once per event.</param>
    public static FixedWindow<T> Fixed<T>(TimeSpan size, Func<T, DateTimeOffset> time) => new(size, time);

    /// <summary>Windows of one size that overlap: one begins at every multiple of the slide.</summary>
    /// <param name="size">How long each of them is; no multiple of the slide is needed.</param>
    /// <param name="slide">At most the size. An event is in at most 10,000 windows.</param>
    /// <param name="time">When an event happened. It is asked once per event.</param>
    /// <remarks>An event is late when all windows it belongs to are over; else those that are open take it.</remarks>
    public static EventTimeWindow<T> Sliding<T>(TimeSpan size, TimeSpan slide, Func<T, DateTimeOffset> time) =>
        new SlidingWindow<T>(size, slide, time);

    /// <summary>Events that follow each other within a gap are a window, all of them together.</summary>
    /// <param name="gap">Events that are less than this apart belong to the same session.</param>
    /// <param name="time">When an event happened. It is asked once per event.</param>
    public static EventTimeWindow<T> Session<T>(TimeSpan gap, Func<T, DateTimeOffset> time) =>
        new SessionWindow<T, int>(gap, time, key: null);

    /// <summary>Events of one key that follow each other within a gap are a window.</summary>
    /// <param name="gap">Events of a key that are less than this apart belong to the same session.</param>
    /// <param name="time">When an event happened. It is asked once per event.</param>
    /// <param name="key">Whose event it is. It is asked once per event.</param>
    public static EventTimeWindow<T> Session<T, TKey>(
        TimeSpan gap, Func<T, DateTimeOffset> time, Func<T, TKey> key)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(key);
        return new SessionWindow<T, TKey>(gap, time, key);
    }
}
