namespace Party.Demand.Hashing;

/// <summary>Rendezvous hash: a key goes to the name that draws the highest number for it.</summary>
/// <remarks>
/// What a name draws depends on nothing but the name and the key. So as a name is added, only the keys move that it
/// gets; as one is removed, only those that it had; and the order of the names means nothing. The cost is O(n) for a
/// key, one multiplication or two for every name.
/// Source: Thaler and Ravishankar, "Using Name-Based Mappings to Increase Hit Rates", 1998.
/// </remarks>
public sealed class RendezvousHash
{
    private readonly ulong[] _names;

    // Where two draw the same, the one whose name comes first.
    private readonly int[] _indexes;

    /// <summary>The hash over some names.</summary>
    /// <param name="names">At least one, all different; a name is known by its index here.</param>
    /// <exception cref="ArgumentException">There is no name.</exception>
    public RendezvousHash(params IEnumerable<string> names)
    {
        (string Name, int Index)[] all = [.. names.Select((name, index) => (name, index))];
        if (all.Length == 0)
        {
            throw new ArgumentException("Expected at least one name, got none.", nameof(names));
        }

        Array.Sort(all, static (one, other) => string.CompareOrdinal(one.Name, other.Name));
        _names = [.. all.Select(static one => StableHash.OfName(one.Name))];
        _indexes = [.. all.Select(static one => one.Index)];
    }

    /// <summary>The index of the name that a key goes to.</summary>
    /// <param name="key">Its hash, such as <see cref="StableHash"/> makes.</param>
    public int Of(ulong key)
    {
        var best = 0;
        var highest = StableHash.Mix(key ^ _names[0]);
        for (var at = 1; at < _names.Length; at++)
        {
            var drawn = StableHash.Mix(key ^ _names[at]);
            if (drawn > highest)
            {
                (best, highest) = (at, drawn);
            }
        }

        return _indexes[best];
    }
}
