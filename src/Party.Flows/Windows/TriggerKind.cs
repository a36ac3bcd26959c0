namespace Party.Flows.Windows;

/// <summary>What made a window fire.</summary>
public enum TriggerKind
{
    /// <summary>The window is over: no event of it will be taken any more.</summary>
    Done,

    /// <summary>The watermark has passed the window's end; late events are still taken.</summary>
    Watermark,

    /// <summary>So many events have come.</summary>
    Every,

    /// <summary>So much processing time has gone by.</summary>
    Periodically,

    /// <summary>The window's own rule said so.</summary>
    When,

    /// <summary>Somebody asked for it.</summary>
    Message,
}
