using Party.Flows.Operators;

namespace Party.Flows.Keys;

/// <summary>Leaves out what it has seen lately, before it goes on to the stage that owns the key.</summary>
/// <remarks>It remembers at most <see cref="Limit"/> keys, and begins anew when they are so many.</remarks>
internal sealed class FewOperator<TKey, TEvent>(KeyHash<TKey> hash, Operator<Keyed<TKey, TEvent>> following)
    : Operator<Keyed<TKey, TEvent>, Keyed<TKey, TEvent>>(following)
{
    /// <summary>The most keys that it remembers.</summary>
    public const int Limit = 1 << 15;

    private readonly KeyTable<TKey, None> _seen = new(hash);
    private Keyed<TKey, TEvent>[] _room = [];

    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<Keyed<TKey, TEvent>> events)
    {
        var kept = Room(ref _room, events.Length);
        var count = 0;
        foreach (ref readonly var item in events)
        {
            _seen.ValueOf(item.Hash, item.Key, out var isNew);
            if (isNew)
            {
                kept[count++] = item;
            }

            if (_seen.Count == Limit)
            {
                _seen.Clear();
            }
        }

        if (count > 0)
        {
            Following.Next(kept[..count]);
        }
    }
}
