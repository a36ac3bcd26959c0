namespace Party.Flows.Windows;

/// <summary>Whether fixed windows that no event came to exist.</summary>
public enum EmptyWindows
{
    /// <summary>They do not: a gap in event time costs nothing.</summary>
    Skip,

    /// <summary>
    /// They open and fire in their turn, between the first window that had an event and the last: ten hours of silence
    /// are 36,000 firings of a second's window. More than a million in one step are refused.
    /// </summary>
    Fire,
}
