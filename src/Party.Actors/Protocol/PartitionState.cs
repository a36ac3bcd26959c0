namespace Party.Actors.Protocol;

/// <summary>
/// Producer → whoever sent <see cref="PausePartition"/> or <see cref="ResumePartition"/>: so it is from now on.
/// </summary>
/// <param name="Partition">The partition's name.</param>
/// <param name="IsPaused">Whether it hands nothing on, whatever its demand is.</param>
public sealed record PartitionState(string Partition, bool IsPaused);
