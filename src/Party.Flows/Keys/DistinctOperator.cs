using Party.Flows.Operators;
using Party.Flows.Windows;

namespace Party.Flows.Keys;

/// <summary>Hands on the first event of every key of a window, as soon as it comes.</summary>
internal sealed class DistinctOperator<TKey, TEvent>(
    KeyHash<TKey> hash, PaneCell cell, Operator<TEvent> following)
    : PaneOperator<Keyed<TKey, TEvent>, TEvent>(cell, following)
{
    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<Keyed<TKey, TEvent>> events)
    {
        var seen = SeenIn(ref State);
        foreach (ref readonly var item in events)
        {
            seen.ValueOf(item.Hash, item.Key, out var isNew);
            if (isNew)
            {
                Made.Add(item.Value);
            }
        }

        Made.Flush();
    }

    /// <inheritdoc/>
    public override void Fire(Pane pane, in Firing firing)
    {
    }

    /// <inheritdoc/>
    protected override void MergeState(ref object? into, ref object? from)
    {
        var seen = SeenIn(ref into);
        foreach (ref var entry in SeenIn(ref from).Entries)
        {
            seen.ValueOf(entry.Hash, entry.Key, out _);
        }
    }

    private KeyTable<TKey, None> SeenIn(ref object? slot) =>
        (KeyTable<TKey, None>)(slot ??= new KeyTable<TKey, None>(hash));
}
