using Party.Demand.Partitions.Shelves;
using Party.Demand.Watching;

namespace Party.Demand.Partitions;

/// <summary>
/// Says what an event is about: events with equal keys are handled in order, by one consumer at a time.
/// </summary>
/// <remarks>
/// It is called once for each event that is placed, after the selector and before anything of the event moves. It may
/// throw: then that one event is set aside and named. While somebody watches the stage, it is called once more for each
/// event, to count which keys come most often; where it throws then, the event is not counted. It must not depend on
/// anything but the event, and keys must not change while they are in use.
/// </remarks>
public abstract class EventKey<TEvent>
{
    private protected EventKey()
    {
    }

    /// <summary>Makes room for the keys of one partition.</summary>
    internal abstract KeyIndex<TEvent> NewIndex();

    /// <summary>Counts the keys that come most often, while somebody watches.</summary>
    internal abstract IKeyCounter<TEvent> NewCounter();
}

/// <summary>The way to make an <see cref="EventKey{TEvent}"/>.</summary>
public static class EventKey
{
    /// <summary>From a function that answers with the key, which is not boxed and never null.</summary>
    public static EventKey<TEvent> By<TEvent, TKey>(Func<TEvent, TKey> key)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(key);
        return new KeyFunction<TEvent, TKey>(key);
    }
}
