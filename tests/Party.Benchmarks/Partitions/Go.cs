namespace Party.Benchmarks.Partitions;

/// <summary>Lets a producer emit what it owes, or stops it.</summary>
internal sealed record Go(bool IsOn);
