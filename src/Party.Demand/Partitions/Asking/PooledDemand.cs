namespace Party.Demand.Partitions.Asking;

/// <summary>GenStage's arithmetic: every request goes upstream, whoever made it and whatever waits for whom.</summary>
/// <remarks>
/// Law: Σ outstanding − Σ parked = owed + unasked − surplus, so that memory is bounded by what consumers ask for, and
/// a partition that is slow enough comes to hold all of it.
/// Source: GenStage.PartitionDispatcher 1.3.2, whose <c>waiting</c> is owed + unasked and whose <c>pending</c> is the
/// surplus; an event that belongs to no partition gives its demand back, which there it does not.
/// </remarks>
internal sealed class PooledDemand(int partitions) : SequentialDemand(partitions)
{
    private long _unasked;

    /// <inheritdoc/>
    public override long Unasked => _unasked;

    /// <summary>
    /// Demand already asked for on behalf of consumers that have left; the next request is paid from it.
    /// </summary>
    public long Surplus { get; private set; }

    /// <inheritdoc/>
    public override void Requested(int partition, long demand)
    {
        base.Requested(partition, demand);
        var covered = Math.Min(Surplus, demand);
        Surplus -= covered;
        _unasked += demand - covered;
    }

    /// <inheritdoc/>
    public override void Offered(int count) => _unasked -= count;

    /// <inheritdoc/>
    public override void Left(int partition, long demand) => Surplus += demand;

    /// <inheritdoc/>
    public override void Wasted(int count) => _unasked += count;

    /// <inheritdoc/>
    public override void Dropped(int partition, int count) => _unasked += count;

    /// <inheritdoc/>
    protected override void Asked(int total) => _unasked -= total;
}
