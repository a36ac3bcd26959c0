namespace Party.Demand.Dispatching;

/// <summary>Whether a producer's demand, and what it emits, flows or waits.</summary>
public enum DemandMode
{
    /// <summary>The producer is asked at once, and what it emits is handed on at once.</summary>
    Forward,

    /// <summary>
    /// Both wait, in their order, until the mode is <see cref="Forward"/> again: so that all consumers can subscribe
    /// before the first event goes anywhere.
    /// </summary>
    Accumulate,
}
