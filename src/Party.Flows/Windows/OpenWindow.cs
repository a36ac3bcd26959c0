namespace Party.Flows.Windows;

/// <summary>Which window it is: its kind, its number, and what it spans.</summary>
/// <param name="Kind">By what events are put into it.</param>
/// <param name="Number">
/// Fixed and sliding: how many starts of such windows lie between the year 1 (UTC) and this one's. Others: how many the
/// stage has had before; of periods, those without events count too.
/// </param>
public sealed record OpenWindow(WindowKind Kind, long Number)
{
    /// <summary>The earliest event time in it; a session's first event. Null where time doesn't matter.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>
    /// The first event time after it; for a session, the last event's plus the gap. Null where time doesn't matter.
    /// </summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Whose session it is, where sessions are kept by key.</summary>
    public object? Key { get; init; }
}
