using Party.Demand.Watching;

namespace Party.Demand.Dispatching;

/// <summary>Which dispatcher a producer is to have; a kind of one's own derives from it.</summary>
public abstract record DispatcherOptions<TEvent>
{
    /// <summary>A new dispatcher, without consumers, for one producer.</summary>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public abstract IDispatcher<TEvent> Build();

    /// <summary>Counts the keys of events for those who watch; null where events have no keys.</summary>
    internal virtual IKeyCounter<TEvent>? CountKeys() => null;
}
