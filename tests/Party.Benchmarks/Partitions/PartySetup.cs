using Party.Demand.Partitions;

namespace Party.Benchmarks.Partitions;

/// <summary>A line of ours, before it is built.</summary>
internal sealed record PartySetup(string Name, Shares Shares)
{
    public int MaxDemand { get; init; } = 10;

    public bool IsAddressed { get; init; }

    public ParkPolicy Policy { get; init; }

    /// <summary>How the last partition's consumer waits.</summary>
    public Waiting Waiting { get; init; }
}
