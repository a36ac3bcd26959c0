namespace Party.Demand.Partitions;

/// <summary>Other partitions, or another map from events to them, from now on.</summary>
/// <remarks>
/// What was placed before stays where it is. A later event whose partition is the same never waits; one that moves
/// waits in its new partition, in order, until its old one has confirmed all that was placed there before the change.
/// </remarks>
public sealed record PartitionChange<TEvent>
{
    /// <summary>
    /// All partitions from now on. Those that were there before keep their consumers and what they hold; and in what
    /// the producer is asked for, their index, whatever it is here.
    /// </summary>
    public required PartitionNames Partitions
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Chooses each event's partition from now on, by its index in <see cref="Partitions"/>.</summary>
    /// <value>
    /// <see cref="PartitionSelector.ByHash{TEvent}(PartitionNames)"/> by default, where that was in force before.
    /// </value>
    public PartitionSelector<TEvent>? Selector { get; init; }

    /// <summary>What becomes of the events parked in partitions that are no more.</summary>
    /// <value><see cref="RemovedPartitions.Drain"/> by default.</value>
    public RemovedPartitions Removed
    {
        get;
        init => field = Choice.Known(value, nameof(Removed), "drain, move or refuse", nameof(Removed));
    }

    /// <summary>How long an event may wait for its old partition.</summary>
    /// <value><see cref="Timeout.InfiniteTimeSpan"/> by default; else more than 0.</value>
    public TimeSpan MoveTimeout
    {
        get;
        init => field = value > TimeSpan.Zero || value == Timeout.InfiniteTimeSpan
            ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, $"Expected {nameof(MoveTimeout)} to be infinite or more than 0, got {value}.");
    } = Timeout.InfiniteTimeSpan;

    /// <summary>What becomes of events that have waited so long.</summary>
    /// <value><see cref="MoveTimeoutPolicy.GoOn"/> by default.</value>
    public MoveTimeoutPolicy OnTimeout
    {
        get;
        init => field = Choice.Known(value, nameof(OnTimeout), "go-on or discard", nameof(OnTimeout));
    }
}
