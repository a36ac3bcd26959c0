namespace Party.Demand.Watching;

/// <summary>Counts the keys of events, whatever type they are of.</summary>
internal interface IKeyCounter<TEvent>
{
    /// <summary>Counts events.</summary>
    void Add(ReadOnlySpan<TEvent> events);

    /// <summary>Which keys came most often.</summary>
    KeysSnapshot Look();
}
