namespace Party.Storms.Stages;

/// <summary>What a stage throws when it is told to.</summary>
public sealed class StormException(string stage) : Exception($"{stage} was told to fail");
