using Party.Flows.Operators;

namespace Party.Flows.Keys;

/// <summary>Finds the key of every event, and what the key hashes to.</summary>
internal sealed class KeyOperator<TEvent, TKey, TValue>(
    string name,
    KeyHash<TKey> hash,
    Func<TEvent, TKey> keySelector,
    Func<TEvent, TValue> valueSelector,
    Operator<Keyed<TKey, TValue>> following) : Operator<TEvent, Keyed<TKey, TValue>>(following)
{
    private Keyed<TKey, TValue>[] _room = [];

    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<TEvent> events)
    {
        // Into the array, not a span of it: what is known to lie on the heap is stored with a cheaper barrier.
        var given = Room(ref _room, events.Length);
        var made = _room;
        var index = 0;
        try
        {
            for (; index < events.Length; index++)
            {
                var key = keySelector(events[index]);
                if (key is null)
                {
                    throw FlowException.NoKey(name, events[index]);
                }

                made[index] = new(hash.Of(key), key, valueSelector(events[index]));
            }
        }
        catch (Exception error)
        {
            throw FlowException.In(name, events[index], error);
        }

        Following.Next(given);
    }
}
