namespace Party.Actors.Protocol;

/// <summary>
/// Anyone → producer: hand nothing on in this partition until <see cref="ResumePartition"/>. The answer is
/// <see cref="PartitionState"/>.
/// </summary>
/// <param name="Partition">The partition's name.</param>
public sealed record PausePartition(string Partition);
