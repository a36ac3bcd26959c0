namespace Party.Actors.Protocol;

/// <summary>What a child is at.</summary>
public enum ChildState
{
    /// <summary>It is being made, and has not been heard of yet.</summary>
    Starting,

    /// <summary>It has started.</summary>
    Running,

    /// <summary>It ended, is being made anew, and has not been heard of since.</summary>
    Restarting,

    /// <summary>It is to end, and has not yet.</summary>
    Stopping,
}
