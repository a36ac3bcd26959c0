namespace Party.Demand.Partitions;

/// <summary>A selector named a partition that the dispatcher does not have.</summary>
/// <remarks>It never reaches the stage: the event is set aside, and this says why.</remarks>
public sealed class UnknownPartitionException(string message) : Exception(message);
