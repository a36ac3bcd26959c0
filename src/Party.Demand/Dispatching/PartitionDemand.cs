namespace Party.Demand.Dispatching;

/// <summary>Demand for events of one partition.</summary>
/// <param name="Partition">
/// The partition's index: its name keeps it for ever, whatever becomes of the others when partitions are changed.
/// </param>
/// <param name="Count">How many events, at least 1.</param>
public readonly record struct PartitionDemand(int Partition, int Count);
