namespace Party.Flows.Windows;

/// <summary>By what events are put into windows.</summary>
public enum WindowKind
{
    /// <summary>All events are in one window.</summary>
    Global,

    /// <summary>By their number, in each stage.</summary>
    Count,

    /// <summary>By the time at which they are processed.</summary>
    Periodic,

    /// <summary>By the time they carry, side by side.</summary>
    Fixed,

    /// <summary>By the time they carry, overlapping.</summary>
    Sliding,

    /// <summary>By the time they carry, as long as they follow each other closely.</summary>
    Session,
}
