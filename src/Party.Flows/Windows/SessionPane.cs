namespace Party.Flows.Windows;

/// <summary>An open session, from its first event to the gap after its last.</summary>
internal sealed class SessionPane<T>(Pane pane, TriggerState<T>? trigger, long number, long start, long end)
    : OpenPane<T>(pane, trigger)
{
    public long Number { get; } = number;

    /// <summary>The time of its first event.</summary>
    public long Start { get; set; } = start;

    /// <summary>The time of its last event, and the gap.</summary>
    public long End { get; set; } = end;

    /// <summary>Whether it has fired by the watermark, and waits for late events.</summary>
    public bool IsPastEnd { get; set; }

    /// <summary>For which watermark it is queued. It may be due later, and then it is queued again.</summary>
    public long QueuedFor { get; set; }

    /// <summary>Whether it is over, or has become part of another one.</summary>
    public bool IsGone { get; set; }
}
