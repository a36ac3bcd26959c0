namespace Party.Conformance.Partitions;

/// <summary>The defects of GenStage's partition dispatcher that Party does not share; a switch each.</summary>
[Flags]
public enum PartitionDeviations
{
    None = 0,

    /// <summary>An event that belongs to no partition gives its demand back.</summary>
    D3 = 1,

    /// <summary>What is queued for a consumer that leaves stays for the next.</summary>
    D4 = 2,

    /// <summary>A message does not wait for a queue that is empty.</summary>
    D12 = 4,

    All = D3 | D4 | D12,
}
