namespace Party.Demand.Partitions;

/// <summary>What happens to an event whose partition has no demand and no room left.</summary>
public enum ParkPolicy
{
    /// <summary>
    /// It is held, with all that come after it, and nothing is asked of the producer until there is room.
    /// </summary>
    Backpressure,

    /// <summary>The oldest parked event makes room for it.</summary>
    DropOldest,

    /// <summary>It is dropped.</summary>
    DropNewest,

    /// <summary>It is dropped, and the stage fails.</summary>
    Fail,
}
