namespace Party.Demand.Partitions.Placing;

/// <summary>
/// Some of the partitions, each once, in the order they came; going through them costs what is in it.
/// </summary>
internal sealed class PartitionSet(int partitions)
{
    private bool[] _isIn = new bool[partitions];
    private int[] _members = [];
    private int _count;

    /// <summary>The members; good until the set changes.</summary>
    public ReadOnlySpan<int> Members => _members.AsSpan(0, _count);

    /// <summary>Makes room for so many partitions.</summary>
    public void Grow(int count) => Array.Resize(ref _isIn, Math.Max(count, _isIn.Length));

    /// <summary>Adds a partition, if it is not in yet.</summary>
    public void Add(int partition)
    {
        if (_isIn[partition])
        {
            return;
        }

        if (_count == _members.Length)
        {
            Array.Resize(ref _members, Math.Max(4, 2 * _count));
        }

        _isIn[partition] = true;
        _members[_count++] = partition;
    }

    /// <summary>Empties the set.</summary>
    public void Clear()
    {
        foreach (var partition in Members)
        {
            _isIn[partition] = false;
        }

        _count = 0;
    }
}
