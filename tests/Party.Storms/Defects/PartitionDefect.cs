namespace Party.Storms.Defects;

/// <summary>What is wrong with a <see cref="NaivePartitions"/>.</summary>
public enum PartitionDefect
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>D3.</summary>
    EatsDemand,

    /// <summary>D4.</summary>
    DropsQueued,

    /// <summary>D5.</summary>
    Raises,
}
