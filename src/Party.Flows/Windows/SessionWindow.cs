namespace Party.Flows.Windows;

/// <summary>Windows of events that follow each other closely, for each key.</summary>
internal sealed record SessionWindow<T, TKey> : EventTimeWindow<T>
    where TKey : notnull
{
    public SessionWindow(TimeSpan gap, Func<T, DateTimeOffset> time, Func<T, TKey>? key)
    {
        ArgumentNullException.ThrowIfNull(time);
        Gap = Expect.Positive(gap, "a session's gap");
        Time = time;
        Key = key;
    }

    public TimeSpan Gap { get; }

    public Func<T, DateTimeOffset> Time { get; }

    /// <summary>Whose event it is; null if all events are of one.</summary>
    public Func<T, TKey>? Key { get; }

    internal override bool MergesWindows => true;

    internal override WindowLedger<T> NewLedger() => new SessionLedger<T, TKey>(this);
}
