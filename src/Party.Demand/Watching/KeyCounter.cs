using System.Collections.Immutable;

namespace Party.Demand.Watching;

/// <summary>Counts the keys of events by <see cref="HeavyHitters{TKey}"/>.</summary>
/// <param name="key">From an event to its key. An event that it throws on, or has no key for, is not counted.</param>
internal sealed class KeyCounter<TEvent, TKey>(Func<TEvent, TKey> key) : IKeyCounter<TEvent>
    where TKey : notnull
{
    private readonly HeavyHitters<TKey> _hitters = new();

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<TEvent> events)
    {
        foreach (var item in events)
        {
            Add(item);
        }
    }

    /// <inheritdoc/>
    public KeysSnapshot Look() => new(
        _hitters.Total,
        _hitters.Bound,
        ImmutableArray.CreateRange(_hitters.Top(), one => new HeavyHitter<object>(one.Key, one.Count, one.Error)));

    // The dispatcher meets the same failure, and names the event: here it is only not counted.
    private void Add(TEvent item)
    {
        try
        {
            if (key(item) is { } found)
            {
                _hitters.Add(found);
            }
        }
        catch (Exception)
        {
            return;
        }
    }
}
