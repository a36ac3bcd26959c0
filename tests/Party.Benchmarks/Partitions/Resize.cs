using Party.Demand.Ledgers;

namespace Party.Benchmarks.Partitions;

/// <summary>A change of the partitions while events flow.</summary>
/// <param name="Before">Events a second before it.</param>
/// <param name="During">Events a second from the request to the report.</param>
/// <param name="After">Events a second after it.</param>
/// <param name="Report">What it came to.</param>
internal readonly record struct Resize(double Before, double During, double After, PartitionChangeReport Report);
