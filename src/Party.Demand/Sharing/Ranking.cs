using Party.Demand.Subscriptions;

namespace Party.Demand.Sharing;

/// <summary>Subscriptions by a number each, the lowest at hand; among equals, who has had its for longest.</summary>
/// <remarks>
/// A binary heap: O(1) to look at, O(log n) for every change. The numbers lie in it, so that only those that move are
/// touched. A subscription stands in one ranking at a time.
/// </remarks>
internal sealed class Ranking
{
    private Entry[] _heap = [];
    private long _turn;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>All of them, in no order.</summary>
    public IEnumerable<Subscription> All => _heap.Take(Count).Select(static entry => entry.Subscription);

    /// <summary>The subscription with the lowest number. There must be one.</summary>
    public Subscription First => _heap[0].Subscription;

    /// <summary>Its number.</summary>
    public long Lowest => _heap[0].Number;

    /// <summary>A subscription comes; it stands behind all that have the same number.</summary>
    public void Add(Subscription subscription, long number)
    {
        if (Count == _heap.Length)
        {
            Array.Resize(ref _heap, Math.Max(4, 2 * Count));
        }

        Rise(new(number, _turn++, subscription), Count++);
    }

    /// <summary>A subscription leaves.</summary>
    /// <returns>False where it is none of them.</returns>
    public bool Remove(Subscription subscription)
    {
        var rank = subscription.Rank;
        if (rank >= Count || _heap[rank].Subscription != subscription)
        {
            return false;
        }

        var last = _heap[--Count];
        _heap[Count] = default;
        if (last.Subscription != subscription)
        {
            Settle(last, rank);
        }

        return true;
    }

    /// <summary>A subscription's number changes; it stands behind all that have the new one already.</summary>
    /// <param name="subscription">One of them.</param>
    /// <param name="difference">The new number less the old one.</param>
    public void Change(Subscription subscription, long difference)
    {
        var rank = subscription.Rank;
        Settle(new(_heap[rank].Number + difference, _turn++, subscription), rank);
    }

    /// <summary>All of them, in their order; a copy.</summary>
    public Subscription[] ToArray()
    {
        var sorted = _heap.AsSpan(0, Count).ToArray();
        Array.Sort(sorted, static (one, other) => one.IsBefore(other) ? -1 : other.IsBefore(one) ? 1 : 0);
        return Array.ConvertAll(sorted, static entry => entry.Subscription);
    }

    /// <summary>Nobody is left.</summary>
    public void Clear()
    {
        Array.Clear(_heap, 0, Count);
        Count = 0;
    }

    private void Settle(Entry entry, int rank)
    {
        if (rank > 0 && entry.IsBefore(_heap[(rank - 1) / 2]))
        {
            Rise(entry, rank);
        }
        else
        {
            Sink(entry, rank);
        }
    }

    private void Rise(Entry entry, int rank)
    {
        while (rank > 0 && entry.IsBefore(_heap[(rank - 1) / 2]))
        {
            Put(_heap[(rank - 1) / 2], rank);
            rank = (rank - 1) / 2;
        }

        Put(entry, rank);
    }

    private void Sink(Entry entry, int rank)
    {
        for (var below = (2 * rank) + 1; below < Count; below = (2 * rank) + 1)
        {
            if (below + 1 < Count && _heap[below + 1].IsBefore(_heap[below]))
            {
                below++;
            }

            if (!_heap[below].IsBefore(entry))
            {
                break;
            }

            Put(_heap[below], rank);
            rank = below;
        }

        Put(entry, rank);
    }

    private void Put(in Entry entry, int rank)
    {
        _heap[rank] = entry;
        entry.Subscription.Rank = rank;
    }

    private readonly record struct Entry(long Number, long Turn, Subscription Subscription)
    {
        // No two have the same turn: the order is the only one there is.
        public bool IsBefore(in Entry other) =>
            Number < other.Number || (Number == other.Number && Turn < other.Turn);
    }
}
