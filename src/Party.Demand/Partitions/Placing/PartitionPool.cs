namespace Party.Demand.Partitions.Placing;

/// <summary>
/// Some of the partitions, each once; putting one in or taking it out is O(1), going through them costs what is in it.
/// </summary>
/// <remarks>Their order is no order in particular, but the same for the same calls.</remarks>
internal sealed class PartitionPool(int partitions)
{
    // By partition, its place among the members plus one; 0 where it is none.
    private int[] _places = new int[partitions];
    private int[] _members = [];
    private int _count;

    /// <summary>The members; good until one is put in or taken out.</summary>
    public ReadOnlySpan<int> Members => _members.AsSpan(0, _count);

    /// <summary>Makes room for so many partitions.</summary>
    public void Grow(int count) => Array.Resize(ref _places, Math.Max(count, _places.Length));

    /// <summary>Puts a partition in, if it is not in yet.</summary>
    public void Add(int partition)
    {
        if (_places[partition] > 0)
        {
            return;
        }

        if (_count == _members.Length)
        {
            Array.Resize(ref _members, Math.Max(4, 2 * _count));
        }

        _members[_count++] = partition;
        _places[partition] = _count;
    }

    /// <summary>Takes a partition out, if it is in. The last member gets its place.</summary>
    public void Remove(int partition)
    {
        var place = _places[partition];
        if (place == 0)
        {
            return;
        }

        var last = _members[--_count];
        _members[place - 1] = last;
        _places[last] = place;
        _places[partition] = 0;
    }
}
