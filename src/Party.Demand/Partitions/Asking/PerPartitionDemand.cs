namespace Party.Demand.Partitions.Asking;

/// <summary>Asks for what all partitions together still wait for, less what is on its way.</summary>
/// <remarks>
/// An event that is parked for another partition meets nobody's demand, so its place is asked for again; a partition
/// that is never fed keeps its demand, and lets the producer run ahead until the parks of the others are full.
/// </remarks>
internal sealed class PerPartitionDemand(int partitions) : SequentialDemand(partitions)
{
    private long _outstanding;

    /// <inheritdoc/>
    public override long Unasked => Math.Max(0, _outstanding - Owed);

    /// <inheritdoc/>
    public override void Requested(int partition, long demand)
    {
        base.Requested(partition, demand);
        _outstanding += demand;
    }

    /// <inheritdoc/>
    public override void Sent(int partition, int count) => _outstanding -= count;

    /// <inheritdoc/>
    public override void Left(int partition, long demand) => _outstanding -= demand;
}
