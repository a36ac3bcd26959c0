namespace Party.Actors.Protocol;

/// <summary>Anyone → producer: let this partition go on. The answer is <see cref="PartitionState"/>.</summary>
/// <param name="Partition">The partition's name.</param>
public sealed record ResumePartition(string Partition);
