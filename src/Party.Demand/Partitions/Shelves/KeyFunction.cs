using Party.Demand.Watching;

namespace Party.Demand.Partitions.Shelves;

/// <summary>An <see cref="EventKey{TEvent}"/> that knows its type.</summary>
internal sealed class KeyFunction<TEvent, TKey>(Func<TEvent, TKey> key) : EventKey<TEvent>
    where TKey : notnull
{
    /// <summary>From the event to its key.</summary>
    public Func<TEvent, TKey> Key => key;

    /// <inheritdoc/>
    internal override KeyIndex<TEvent> NewIndex() => new KeyTable<TEvent, TKey>(key);

    /// <inheritdoc/>
    internal override IKeyCounter<TEvent> NewCounter() => new KeyCounter<TEvent, TKey>(key);
}
