namespace Party.Demand.Partitions;

/// <summary>What becomes of events that have waited too long for their old partition.</summary>
public enum MoveTimeoutPolicy
{
    /// <summary>They are handed on: after, or beside, older ones of the same key.</summary>
    GoOn,

    /// <summary>They are discarded; those that come later are handed on.</summary>
    Discard,
}
