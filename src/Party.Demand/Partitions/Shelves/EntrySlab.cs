namespace Party.Demand.Partitions.Shelves;

/// <summary>All entries of a dispatcher's shelves, in one array.</summary>
/// <remarks>
/// An entry is known by its slot, and keeps it until it is removed; slot 0 is nobody's. Every operation is O(1) but
/// <see cref="AddByAge"/>. What was made for many and is empty again is let go.
/// </remarks>
internal sealed class EntrySlab<TEvent>
{
    private const int Smallest = 16;
    private const int LargestKept = 1024;

    private Entry<TEvent>[] _entries = [];
    private int _free;
    private int _unused = 1;

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>An entry; good until another is added.</summary>
    public ref Entry<TEvent> this[int slot] => ref _entries[slot];

    /// <summary>Adds an entry.</summary>
    /// <returns>Its slot, at least 1.</returns>
    public int Add(in Entry<TEvent> entry)
    {
        var slot = _free;
        if (slot > 0)
        {
            _free = _entries[slot].Next;
        }
        else
        {
            slot = _unused++;
            if (slot >= _entries.Length)
            {
                Array.Resize(ref _entries, Math.Max(Smallest, 2 * _entries.Length));
            }
        }

        Count++;
        _entries[slot] = entry;
        return slot;
    }

    /// <summary>Takes an entry out, which is in no row any more.</summary>
    public Entry<TEvent> Remove(int slot)
    {
        var entry = _entries[slot];
        _entries[slot] = new() { Next = _free };
        _free = slot;
        if (--Count == 0)
        {
            Empty();
        }

        return entry;
    }

    /// <summary>Puts an entry behind all others of a row.</summary>
    public void Append(ref Row row, int slot)
    {
        if (row.Last > 0)
        {
            _entries[row.Last].Next = slot;
        }
        else
        {
            row.First = slot;
        }

        _entries[slot].Next = 0;
        row.Last = slot;
        row.Count++;
    }

    /// <summary>Puts an entry before the first of a row that is younger. The cost is O(older ones).</summary>
    public void AddByAge(ref Row row, int slot)
    {
        var before = 0;
        for (var at = row.First; at > 0 && _entries[at].Age < _entries[slot].Age; at = _entries[at].Next)
        {
            before = at;
        }

        if (before == row.Last)
        {
            Append(ref row, slot);
            return;
        }

        ref var link = ref before > 0 ? ref _entries[before].Next : ref row.First;
        _entries[slot].Next = link;
        link = slot;
        row.Count++;
    }

    /// <summary>Takes the first entry off a row.</summary>
    /// <returns>Its slot, where it still is.</returns>
    public int TakeFirst(ref Row row)
    {
        var slot = row.First;
        row.First = _entries[slot].Next;
        row.Last = row.First > 0 ? row.Last : 0;
        row.Count--;
        return slot;
    }

    /// <summary>Takes an entry off a row that is not the first. The cost is O(those before it).</summary>
    /// <param name="row">The row.</param>
    /// <param name="skip">How many are before it.</param>
    /// <returns>Its slot, where it still is.</returns>
    public int TakeAt(ref Row row, int skip)
    {
        if (skip == 0)
        {
            return TakeFirst(ref row);
        }

        var before = row.First;
        for (var at = 1; at < skip; at++)
        {
            before = _entries[before].Next;
        }

        var slot = _entries[before].Next;
        _entries[before].Next = _entries[slot].Next;
        row.Last = row.Last == slot ? before : row.Last;
        row.Count--;
        return slot;
    }

    /// <summary>Enters an entry that came after all others.</summary>
    public void Arrive(ref Arrivals arrivals, int slot)
    {
        _entries[slot].Older = arrivals.Newest;
        _entries[slot].Newer = 0;
        (arrivals.Newest > 0 ? ref _entries[arrivals.Newest].Newer : ref arrivals.Oldest) = slot;
        arrivals.Newest = slot;
    }

    /// <summary>Takes an entry out of those that wait.</summary>
    public void Depart(ref Arrivals arrivals, int slot)
    {
        var (older, newer) = (_entries[slot].Older, _entries[slot].Newer);
        (older > 0 ? ref _entries[older].Newer : ref arrivals.Oldest) = newer;
        (newer > 0 ? ref _entries[newer].Older : ref arrivals.Newest) = older;
    }

    private void Empty()
    {
        if (_entries.Length > LargestKept)
        {
            _entries = [];
        }

        _free = 0;
        _unused = 1;
    }
}
