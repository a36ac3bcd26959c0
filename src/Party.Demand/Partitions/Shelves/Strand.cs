namespace Party.Demand.Partitions.Shelves;

/// <summary>One key of one partition, for as long as an event of it waits or is unconfirmed.</summary>
/// <remarks>
/// It has an owner exactly while something of it is unconfirmed, and only the owner gets more of it. It stands in the
/// queue of its owner, or of those that are free, exactly while something of it waits.
/// </remarks>
internal abstract class Strand
{
    /// <summary>The events that wait: those that came back, then those that are parked.</summary>
    public Row Row;

    /// <summary>How many of those that wait came back.</summary>
    public int Returned { get; set; }

    /// <summary>How many wait that never left.</summary>
    public int Parked => Row.Count - Returned;

    /// <summary>How many its owner was sent and has not confirmed.</summary>
    public int Unconfirmed { get; set; }

    /// <summary>Who has events of it; null where nobody does.</summary>
    public KeyMember? Owner { get; set; }

    /// <summary>Whether an event of it is held outside of the shelf, so that it has to stay.</summary>
    public bool IsPinned { get; set; }

    /// <summary>Whether nobody needs it any more.</summary>
    public bool IsIdle => Row.Count == 0 && Unconfirmed == 0 && !IsPinned;

    /// <summary>The queue it stands in, and its neighbours there.</summary>
    internal StrandQueue? Queue { get; set; }

    /// <summary>The one that is served before it.</summary>
    internal Strand? Before { get; set; }

    /// <summary>The one that is served after it.</summary>
    internal Strand? Behind { get; set; }
}
