namespace Party.Demand.Dispatching;

/// <summary>How many events came to no good end for one cause.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Count">How many events, at least 1.</param>
public readonly record struct DiscardCount(DiscardCause Cause, long Count);
