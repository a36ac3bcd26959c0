namespace Party.Flows.Windows;

/// <summary>An open window that begins at a multiple of a span.</summary>
internal sealed class AlignedPane<T>(Pane pane, TriggerState<T>? trigger, long number, long end)
    : OpenPane<T>(pane, trigger)
{
    public long Number { get; } = number;

    /// <summary>The first time, in ticks, that is not in it.</summary>
    public long End { get; } = end;

    /// <summary>When it was found to be past its end, in processing time; null as long as it isn't.</summary>
    public TimeSpan? PastEndSince { get; set; }
}
