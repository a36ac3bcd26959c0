using Party.Demand.Dispatching;

namespace Party.Demand.Partitions.Moving;

/// <summary>A dispatcher whose partitions can be changed while events flow.</summary>
/// <remarks>
/// It knows what is parked; whoever owns it knows what is in flight and what came back, and says when a barrier falls.
/// </remarks>
internal interface IChangingPartitions<TEvent>
{
    /// <summary>The partitions that events go to now.</summary>
    PartitionNames InForce { get; }

    /// <summary>Whether a change is under way.</summary>
    bool IsChanging { get; }

    /// <summary>The time, while a change is under way.</summary>
    long Now { set; }

    /// <summary>The seats in which later events may still have to wait for older ones.</summary>
    IReadOnlyCollection<int> Standing { get; }

    /// <summary>Whether a seat is one of them.</summary>
    bool IsStanding(int seat);

    /// <summary>Whether a seat's partition is no more.</summary>
    bool IsRemoved(int seat);

    /// <summary>The seats of partitions that a change would remove.</summary>
    IReadOnlyList<int> RemovedBy(PartitionChange<TEvent> change);

    /// <summary>Why a change is refused; null where it is not.</summary>
    string? Refuse(PartitionChange<TEvent> change);

    /// <summary>Begins a change: from now on, later events are placed by the new map.</summary>
    Dispatch<TEvent> Begin(PartitionChange<TEvent> change);

    /// <summary>How many events wait in a seat that were placed there before the change.</summary>
    int BeforeIn(int seat);

    /// <summary>Takes a seat in which the last event from before the change has gone.</summary>
    bool TryTakeCrossed(out int seat);

    /// <summary>Lets what waits in a seat that nobody is served from go where it belongs now.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="rehome">
    /// Does the same with what came back to it, by a function to the seat of an event; −1 where it is discarded.
    /// </param>
    Dispatch<TEvent> Forsake(int seat, Action<Func<TEvent, int>> rehome);

    /// <summary>All from before the change has come to its end in a seat: what waited for it is handed on.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="isDiscarded">Whether it is discarded instead.</param>
    /// <param name="passed">What it was.</param>
    Dispatch<TEvent> Pass(int seat, bool isDiscarded, out PassedBarrier passed);
}
