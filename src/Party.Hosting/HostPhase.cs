namespace Party.Hosting;

/// <summary>How far a host has come with its stages.</summary>
internal enum HostPhase
{
    /// <summary>They have not all started.</summary>
    Starting,

    /// <summary>They have started.</summary>
    Running,

    /// <summary>They are being drained, or were.</summary>
    Stopping,
}
