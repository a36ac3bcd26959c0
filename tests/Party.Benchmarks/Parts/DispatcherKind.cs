namespace Party.Benchmarks.Parts;

/// <summary>Who gets an event.</summary>
public enum DispatcherKind
{
    /// <summary>Whose partition it is.</summary>
    Partition,

    /// <summary>Who has asked for most.</summary>
    Demand,

    /// <summary>Everybody.</summary>
    Broadcast,
}
