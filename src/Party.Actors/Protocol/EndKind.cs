namespace Party.Actors.Protocol;

/// <summary>How a subscription ends.</summary>
public enum EndKind
{
    /// <summary>There is nothing more to come, or nothing more is wanted.</summary>
    Normal,

    /// <summary>The stage is being shut down.</summary>
    Shutdown,

    /// <summary>The stage is being restarted, and will be back.</summary>
    Restart,

    /// <summary>Another subscription of the same consumer has taken its place.</summary>
    Replaced,

    /// <summary>Something went wrong.</summary>
    Failure,
}
