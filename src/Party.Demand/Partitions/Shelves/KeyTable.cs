namespace Party.Demand.Partitions.Shelves;

/// <summary>A <see cref="KeyIndex{TEvent}"/> for keys of one type: a hash table with strands as its entries.</summary>
/// <remarks>
/// No key is boxed, and a strand that is let go is used again. It is taken out by itself and not by its key, so that a
/// key whose hash changes while it is here does no harm to others.
/// </remarks>
internal sealed class KeyTable<TEvent, TKey>(Func<TEvent, TKey> key) : KeyIndex<TEvent>
    where TKey : notnull
{
    private const int Smallest = 4;
    private const int LargestKept = 1024;
    private const int MostSpare = 256;

    private KeyStrand?[] _buckets = [];
    private KeyStrand? _spare;
    private int _spares;

    /// <inheritdoc/>
    public override IEnumerable<Strand> All
    {
        get
        {
            foreach (var first in _buckets)
            {
                for (var strand = first; strand is not null; strand = strand.Chain)
                {
                    yield return strand;
                }
            }
        }
    }

    /// <inheritdoc/>
    public override Strand? Find(TEvent item) => key(item) is { } found ? Find(found) : null;

    /// <inheritdoc/>
    public override Strand FindLike(Strand strand) => Find(((KeyStrand)strand).Key);

    /// <inheritdoc/>
    public override void Release(Strand strand)
    {
        var gone = (KeyStrand)strand;
        ref var link = ref BucketOf(gone.Hash);
        while (link != gone)
        {
            link = ref link!.Chain;
        }

        link = gone.Chain;
        gone.Key = default!;
        gone.Chain = null;
        if (_spares < MostSpare)
        {
            gone.Chain = _spare;
            _spare = gone;
            _spares++;
        }

        if (--Count == 0 && _buckets.Length > LargestKept)
        {
            _buckets = [];
        }
    }

    private KeyStrand Find(TKey wanted)
    {
        var hash = wanted.GetHashCode();
        if (Count > 0)
        {
            for (var strand = BucketOf(hash); strand is not null; strand = strand.Chain)
            {
                if (strand.Hash == hash && EqualityComparer<TKey>.Default.Equals(strand.Key, wanted))
                {
                    return strand;
                }
            }
        }

        return Add(wanted, hash);
    }

    private KeyStrand Add(TKey wanted, int hash)
    {
        if (Count == _buckets.Length)
        {
            Grow();
        }

        var strand = _spare ?? new();
        if (strand == _spare)
        {
            _spare = strand.Chain;
            _spares--;
        }

        (strand.Key, strand.Hash) = (wanted, hash);
        ref var bucket = ref BucketOf(hash);
        strand.Chain = bucket;
        bucket = strand;
        Count++;
        return strand;
    }

    private void Grow()
    {
        var all = _buckets;
        _buckets = new KeyStrand?[Math.Max(Smallest, 2 * all.Length)];
        foreach (var first in all)
        {
            for (var strand = first; strand is not null;)
            {
                var next = strand.Chain;
                ref var bucket = ref BucketOf(strand.Hash);
                strand.Chain = bucket;
                bucket = strand;
                strand = next;
            }
        }
    }

    // Fibonacci hashing: keys that are multiples of something spread too. Source: Knuth, TAOCP 3, 6.4.
    private ref KeyStrand? BucketOf(int hash) =>
        ref _buckets[(int)(((uint)hash * 2654435769u) >> 7) & (_buckets.Length - 1)];

    private sealed class KeyStrand : Strand
    {
        public TKey Key = default!;
        public int Hash;
        public KeyStrand? Chain;
    }
}
