namespace Party.Demand.Partitions.Moving;

/// <summary>What waited for a barrier that has fallen.</summary>
/// <param name="Count">How many events.</param>
/// <param name="Since">When the first of them came.</param>
internal readonly record struct PassedBarrier(int Count, long Since);
