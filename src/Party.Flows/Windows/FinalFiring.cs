namespace Party.Flows.Windows;

/// <summary>Whether a window fires at its end when nothing has come since it fired last.</summary>
public enum FinalFiring
{
    /// <summary>It does not: nothing is said twice. A window that never fired always fires at its end.</summary>
    WhenChanged,

    /// <summary>
    /// It does, and so do windows of a count or a period that no event came to: every end is told, as in Elixir's
    /// Flow.
    /// </summary>
    Always,
}
