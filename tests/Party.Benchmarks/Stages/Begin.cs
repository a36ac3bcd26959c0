namespace Party.Benchmarks.Stages;

/// <summary>What a producer tells itself when all of its consumers have subscribed.</summary>
internal sealed record Begin;
