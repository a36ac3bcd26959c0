using Party.Demand.Subscriptions;

namespace Party.Demand.Partitions.Placing;

/// <summary>The consumers of a partition that several share, with the highest demand at hand.</summary>
/// <remarks>A binary heap by outstanding demand: O(1) to look at, O(log n) for every change.</remarks>
internal sealed class Sharers
{
    private readonly List<Subscription> _heap = [];

    /// <summary>How many there are.</summary>
    public int Count => _heap.Count;

    /// <summary>All of them, in no order.</summary>
    public IReadOnlyList<Subscription> All => _heap;

    /// <summary>Their demand together.</summary>
    public long Outstanding { get; private set; }

    /// <summary>The one with the highest demand. There must be one.</summary>
    public Subscription Highest => _heap[0];

    /// <summary>A consumer comes, with the demand it has.</summary>
    public void Add(Subscription subscription)
    {
        Outstanding += subscription.Outstanding;
        _heap.Add(subscription);
        Put(subscription, _heap.Count - 1);
        Rise(subscription.Rank);
    }

    /// <summary>A consumer leaves, with its demand.</summary>
    /// <returns>False where it is none of them.</returns>
    public bool Remove(Subscription subscription)
    {
        var rank = subscription.Rank;
        if (rank >= _heap.Count || _heap[rank] != subscription)
        {
            return false;
        }

        Outstanding -= subscription.Outstanding;
        var last = _heap[^1];
        _heap.RemoveAt(_heap.Count - 1);
        if (last != subscription)
        {
            Put(last, rank);
            Rise(rank);
            Sink(last.Rank);
        }

        return true;
    }

    /// <summary>A consumer's demand has grown, or sunk where it is negative.</summary>
    public void Change(Subscription subscription, long demand)
    {
        Outstanding += demand;
        if (demand > 0)
        {
            Rise(subscription.Rank);
        }
        else
        {
            Sink(subscription.Rank);
        }
    }

    private void Rise(int rank)
    {
        var risen = _heap[rank];
        while (rank > 0 && _heap[(rank - 1) / 2] is var above && above.Outstanding < risen.Outstanding)
        {
            Put(above, rank);
            rank = (rank - 1) / 2;
        }

        Put(risen, rank);
    }

    private void Sink(int rank)
    {
        var sunk = _heap[rank];
        while ((2 * rank) + 1 < _heap.Count)
        {
            var below = (2 * rank) + 1;
            if (below + 1 < _heap.Count && _heap[below + 1].Outstanding > _heap[below].Outstanding)
            {
                below++;
            }

            if (_heap[below].Outstanding <= sunk.Outstanding)
            {
                break;
            }

            Put(_heap[below], rank);
            rank = below;
        }

        Put(sunk, rank);
    }

    private void Put(Subscription subscription, int rank)
    {
        _heap[rank] = subscription;
        subscription.Rank = rank;
    }
}
