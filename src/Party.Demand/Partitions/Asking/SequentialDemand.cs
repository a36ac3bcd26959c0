using Party.Demand.Dispatching;

namespace Party.Demand.Partitions.Asking;

/// <summary>Demand as one number, for a producer that makes events in an order of its own.</summary>
internal abstract class SequentialDemand(int partitions) : UpstreamDemand
{
    private readonly PartitionCounts _requested = new(partitions);

    /// <inheritdoc/>
    public override void Grow(int count) => _requested.Grow(count);

    /// <inheritdoc/>
    public override void Requested(int partition, long demand) => _requested.Add(partition, demand);

    /// <inheritdoc/>
    protected override DemandIncrement TakeUnasked()
    {
        var total = AsInt(Unasked);
        if (total == 0)
        {
            return default;
        }

        Asked(total);
        return new() { Total = total, Partitions = _requested.Take() };
    }

    /// <summary>Demand became owed.</summary>
    protected virtual void Asked(int total)
    {
    }
}
