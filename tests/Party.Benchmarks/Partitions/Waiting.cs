namespace Party.Benchmarks.Partitions;

/// <summary>How a consumer takes its time.</summary>
internal enum Waiting
{
    /// <summary>It takes none.</summary>
    None,

    /// <summary>It awaits.</summary>
    Asynchronous,

    /// <summary>It blocks a thread of its own.</summary>
    Blocking,
}
