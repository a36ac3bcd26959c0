using Party.Demand.Dispatching;

namespace Party.Demand.Partitions;

/// <content>Partitions that hand nothing on for a while.</content>
public sealed partial class PartitionDispatcher<TEvent>
{
    /// <summary>Whether one partition hands nothing on for now, whatever its demand is.</summary>
    public bool IsPaused(int partition) => _lanes.All[partition].IsPaused;

    /// <summary>
    /// How many of the events parked in one partition its demand does not get for now: since it is paused, their key is
    /// in flight, they wait for another partition, or they are bound there.
    /// </summary>
    public int HeldBackIn(int partition)
    {
        ref readonly var lane = ref _lanes.All[partition];
        if (lane.IsPaused)
        {
            return lane.Parked;
        }

        // On a shelf, what is ready may still have to wait for room behind a key that is in flight.
        var ready = lane.Shelf is null
            ? lane.Sources?.Sum(static source => source.All.Count(one => one.Lender < 0)) ?? 0
            : 0;
        return (lane.Shelf?.HeldBack ?? 0) + lane.Moved + lane.Lent - ready;
    }

    /// <summary>
    /// Lets one partition hand nothing on until <see cref="ResumePartition"/>. Its events are parked up to the limit;
    /// its demand stays, and is not asked for.
    /// </summary>
    /// <param name="partition">Its index. Where it is paused already, nothing changes.</param>
    public Dispatch<TEvent> PausePartition(int partition)
    {
        _step.Begin();
        ref var lane = ref _lanes.All[partition];
        if (!lane.IsPaused)
        {
            lane.IsPaused = true;
            _upstream.Left(partition, lane.Outstanding);
        }

        return End();
    }

    /// <summary>Lets a paused partition go on: what was parked meanwhile is handed on first.</summary>
    /// <param name="partition">Its index. Where it is not paused, nothing changes.</param>
    public Dispatch<TEvent> ResumePartition(int partition)
    {
        _step.Begin();
        ref var lane = ref _lanes.All[partition];
        if (lane.IsPaused)
        {
            lane.IsPaused = false;
            Want(partition, lane.Outstanding);
        }

        return End();
    }
}
