using Party.Flows.Operators;

namespace Party.Flows.Keys;

/// <summary>Combines what has the same key before it goes on to the stage that owns the key.</summary>
/// <remarks>
/// It keeps at most <see cref="Limit"/> keys, and hands them on when they are so many, or nothing more comes. Where
/// that has spared less than half of the events, as with keys that hardly ever come again, it hands on every event as
/// it is for a while, and then tries once more.
/// </remarks>
internal sealed class CombineOperator<TKey, TValue, TKept>(
    KeyedRule<TKey, TValue, TKept> rule, Operator<Keyed<TKey, TKept>> following)
    : Operator<Keyed<TKey, TValue>, Keyed<TKey, TKept>>(following)
{
    /// <summary>The most keys that it keeps.</summary>
    public const int Limit = 1 << 15;

    private const long Pause = 16 * Limit;

    private readonly KeyTable<TKey, TKept> _table = new(rule.Hash);
    private readonly Batch<Keyed<TKey, TKept>> _made = new(following);
    private long _taken;
    private long _passing;

    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<Keyed<TKey, TValue>> events)
    {
        var fold = rule.Fold;
        var index = 0;
        try
        {
            for (; index < events.Length; index++)
            {
                ref readonly var item = ref events[index];
                if (_passing > 0)
                {
                    PassOn(in item);
                    continue;
                }

                _taken++;
                ref var kept = ref _table.ValueOf(item.Hash, item.Key, out var isNew);
                fold(ref kept, isNew, item.Key, item.Value);
                if (isNew && _table.Count == Limit)
                {
                    _passing = _taken < 2 * Limit ? Pause : 0;
                    HandOn();
                }
            }
        }
        catch (Exception error)
        {
            throw FlowException.In(rule.Name, events[index].Value, error);
        }

        _made.Flush();
    }

    /// <inheritdoc/>
    public override void End()
    {
        HandOn();
        base.End();
    }

    private void PassOn(in Keyed<TKey, TValue> item)
    {
        _passing--;
        var own = default(TKept)!;
        rule.Fold(ref own, isNew: true, item.Key, item.Value);
        _made.Add(new(item.Hash, item.Key, own));
    }

    private void HandOn()
    {
        foreach (ref var entry in _table.Entries)
        {
            _made.Add(new(entry.Hash, entry.Key, entry.Value));
        }

        _made.Flush();
        _table.Clear();
        _taken = 0;
    }
}
