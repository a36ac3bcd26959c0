namespace Party.Demand.Buffering;

/// <summary>Which events survive when the stage buffer overflows.</summary>
public enum BufferKeep
{
    /// <summary>The newest stay and the oldest are dropped.</summary>
    Last,

    /// <summary>The oldest stay and the newest are dropped.</summary>
    First,
}
