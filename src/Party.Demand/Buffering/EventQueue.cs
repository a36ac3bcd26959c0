using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Party.Demand.Buffering;

/// <summary>
/// Events in the order they came, in one array, so that what leaves is one run and need not be copied.
/// </summary>
/// <remarks>
/// A mutable value: it belongs in a field, and is passed by reference. An empty queue holds no array. Between
/// <see cref="End"/> and the array's length there is room to write ahead; <see cref="Advance"/> makes that part of it.
/// </remarks>
internal struct EventQueue<TEvent>
{
    private const int SmallestArray = 16;

    // Null while the queue is empty, as a value that nobody has touched is.
    private TEvent[] _items;
    private int _start;

    /// <summary>The array; empty where there is none.</summary>
    public readonly TEvent[] Items => _items ?? [];

    /// <summary>Where in <see cref="Items"/> the next event goes.</summary>
    public int End { get; private set; }

    /// <summary>How many events wait.</summary>
    public readonly int Count => End - _start;

    /// <summary>The events, oldest first; good until the queue changes.</summary>
    public readonly ReadOnlySpan<TEvent> Events => new(_items, _start, Count);

    /// <summary>Adds events behind all others.</summary>
    public void Append(ReadOnlySpan<TEvent> events, EventArrays<TEvent> arrays)
    {
        MakeRoom(End, events.Length, arrays);
        events.CopyTo(Items.AsSpan(End));
        End += events.Length;
    }

    /// <summary>
    /// Makes sure that so many events can be written from <paramref name="ahead"/> on, keeping all before it.
    /// </summary>
    /// <returns>Where <paramref name="ahead"/> is now.</returns>
    public int MakeRoom(int ahead, int count, EventArrays<TEvent> arrays)
    {
        if (Items.Length - ahead >= count)
        {
            return ahead;
        }

        var used = ahead - _start;
        var target = Items;
        if (target.Length - used < count || used > target.Length / 2)
        {
            target = arrays.Rent(Math.Max(SmallestArray, Math.Max(used + count, 2 * used)));
        }

        return MoveTo(target, used, arrays);
    }

    /// <summary>Writes an event ahead, where <see cref="MakeRoom"/> has made room.</summary>
    public readonly void Write(int ahead, TEvent item)
    {
        // The place is known to be there, and the array to be of this very type. Said like this, an event costs one
        // store with the cheapest barrier there is, which saves a twentieth of all that placing it costs (ADR 20).
        Debug.Assert(ahead < _items.Length, "Room is made before anything is written.");
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_items), ahead) = item;
    }

    /// <summary>Makes what was written ahead part of the queue.</summary>
    public void Advance(int end) => End = end;

    /// <summary>Takes the oldest events out, in an array that the caller owns from now on.</summary>
    /// <param name="count">At most <see cref="Count"/>.</param>
    /// <param name="arrays">Where arrays come from and go back to.</param>
    public ArraySegment<TEvent> Take(int count, EventArrays<TEvent> arrays)
    {
        var rest = Count - count;
        var taken = new ArraySegment<TEvent>(Items, _start, count);

        // The smaller part moves to an array of its own; the larger keeps the one it is in.
        if (rest == 0)
        {
            this = default;
        }
        else if (count <= rest)
        {
            var copy = arrays.Rent(count);
            taken.AsSpan().CopyTo(copy);
            RemoveFirst(count, arrays);
            taken = new(copy, 0, count);
        }
        else
        {
            var left = Events[count..];
            var copy = arrays.Rent(Math.Max(SmallestArray, 2 * rest));
            left.CopyTo(copy);
            EventArrays<TEvent>.Forget(Items.AsSpan(_start + count, rest));
            (_items, _start, End) = (copy, 0, rest);
        }

        return taken;
    }

    /// <summary>Drops the oldest events.</summary>
    /// <param name="count">At most <see cref="Count"/>.</param>
    /// <param name="arrays">Where arrays come from and go back to.</param>
    public void RemoveFirst(int count, EventArrays<TEvent> arrays)
    {
        EventArrays<TEvent>.Forget(Items.AsSpan(_start, count));
        _start += count;
        if (_start == End)
        {
            Release(arrays);
        }
    }

    private void Release(EventArrays<TEvent> arrays)
    {
        arrays.GiveBack(new(Items, 0, 0));
        this = default;
    }

    private int MoveTo(TEvent[] target, int used, EventArrays<TEvent> arrays)
    {
        var source = Items.AsSpan(_start, used);
        source.CopyTo(target);
        if (target == _items)
        {
            EventArrays<TEvent>.Forget(target.AsSpan(used, _start));
        }
        else if (_items is not null)
        {
            arrays.GiveBack(new(_items, _start, used));
        }

        (_items, _start, End) = (target, 0, Count);
        return used;
    }
}
