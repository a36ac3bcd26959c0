using System.Runtime.CompilerServices;

namespace Party.Actors.Producing;

/// <summary>What a callback has emitted so far; its room is used again and again.</summary>
internal sealed class Emitted<TEvent>
{
    private TEvent[] _items = new TEvent[16];
    private int _count;

    /// <summary>The events, in order; good until more are added.</summary>
    public ReadOnlySpan<TEvent> Events => _items.AsSpan(0, _count);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Adds an event.</summary>
    public void Add(TEvent item)
    {
        if (_count == _items.Length)
        {
            Array.Resize(ref _items, 2 * _count);
        }

        _items[_count++] = item;
    }

    /// <summary>Adds events.</summary>
    public void Add(ReadOnlySpan<TEvent> items)
    {
        if (_items.Length - _count < items.Length)
        {
            Array.Resize(ref _items, Math.Max(2 * _items.Length, _count + items.Length));
        }

        items.CopyTo(_items.AsSpan(_count));
        _count += items.Length;
    }

    /// <summary>Forgets them.</summary>
    public void Clear()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<TEvent>())
        {
            _items.AsSpan(0, _count).Clear();
        }

        _count = 0;
    }
}
