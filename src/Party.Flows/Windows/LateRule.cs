namespace Party.Flows.Windows;

/// <summary>By what a stage decides that an event comes too late for its fixed window.</summary>
public enum LateRule
{
    /// <summary>
    /// By the watermark of the stage, event by event: whoever sent the event, and however it was batched, it is late
    /// once its window is over.
    /// </summary>
    Watermark,

    /// <summary>
    /// By the stage that sent it, batch by batch, as Elixir's Flow does: an event is late when its window is not open
    /// and older than the newest one that this upstream stage sent an event of. Windows close after the batch, and the
    /// allowed lateness runs in processing time. No upstream stage ever counts as idle.
    /// </summary>
    PerUpstream,
}
