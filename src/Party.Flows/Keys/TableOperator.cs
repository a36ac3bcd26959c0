using Party.Flows.Operators;
using Party.Flows.Windows;

namespace Party.Flows.Keys;

/// <summary>Keeps something for every key of a window, and emits it when the window fires.</summary>
/// <param name="rule">What is kept.</param>
/// <param name="result">
/// What is emitted of a key and what was kept for it; and whether the window is over with it.
/// </param>
/// <param name="cell">The window.</param>
/// <param name="following">The step that gets it.</param>
internal sealed class TableOperator<TKey, TValue, TKept, TOut>(
    KeyedRule<TKey, TValue, TKept> rule, Func<TKey, TKept, bool, TOut> result, PaneCell cell, Operator<TOut> following)
    : PaneOperator<Keyed<TKey, TValue>, TOut>(cell, following)
{
    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<Keyed<TKey, TValue>> events)
    {
        var table = TableIn(ref State);
        var fold = rule.Fold;
        var index = 0;
        try
        {
            for (; index < events.Length; index++)
            {
                ref readonly var item = ref events[index];
                ref var kept = ref table.ValueOf(item.Hash, item.Key, out var isNew);
                fold(ref kept, isNew, item.Key, item.Value);
            }
        }
        catch (Exception error)
        {
            throw FlowException.In(rule.Name, events[index].Value, error);
        }
    }

    /// <inheritdoc/>
    public override void Fire(Pane pane, in Firing firing)
    {
        var isDone = firing.Trigger.Kind == TriggerKind.Done;
        foreach (ref var entry in TableIn(ref StateOf(pane)).Entries)
        {
            Made.Add(result(entry.Key, entry.Value, isDone));
        }

        Made.Flush();
    }

    /// <inheritdoc/>
    protected override void MergeState(ref object? into, ref object? from)
    {
        var table = TableIn(ref into);
        var combine = rule.Combining.Fold;
        foreach (ref var entry in TableIn(ref from).Entries)
        {
            ref var kept = ref table.ValueOf(entry.Hash, entry.Key, out var isNew);
            combine(ref kept, isNew, entry.Key, entry.Value);
        }
    }

    private KeyTable<TKey, TKept> TableIn(ref object? slot) =>
        (KeyTable<TKey, TKept>)(slot ??= new KeyTable<TKey, TKept>(rule.Hash));
}
