using Party.Demand.Dispatching;
using Party.Demand.Partitions.Placing;

namespace Party.Demand.Partitions.Asking;

/// <summary>A count for each partition that has one; taking them costs what changed, not what there is.</summary>
internal sealed class PartitionCounts(int partitions)
{
    private int[] _counts = new int[partitions];
    private readonly PartitionSet _changed = new(partitions);
    private PartitionDemand[] _taken = [];

    /// <summary>Makes room for so many partitions.</summary>
    public void Grow(int count)
    {
        Array.Resize(ref _counts, Math.Max(count, _counts.Length));
        _changed.Grow(count);
    }

    /// <summary>Adds to a partition's count, which stops at <see cref="int.MaxValue"/>.</summary>
    public void Add(int partition, long count)
    {
        _changed.Add(partition);
        _counts[partition] = (int)Math.Min(_counts[partition] + count, int.MaxValue);
    }

    /// <summary>All counts, which are zero from then on; good until the next call.</summary>
    public ReadOnlySpan<PartitionDemand> Take()
    {
        var changed = _changed.Members;
        if (_taken.Length < changed.Length)
        {
            _taken = new PartitionDemand[Math.Max(changed.Length, 2 * _taken.Length)];
        }

        for (var index = 0; index < changed.Length; index++)
        {
            var partition = changed[index];
            _taken[index] = new(partition, _counts[partition]);
            _counts[partition] = 0;
        }

        _changed.Clear();
        return _taken.AsSpan(0, changed.Length);
    }
}
