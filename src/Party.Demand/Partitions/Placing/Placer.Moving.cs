using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions.Moving;

namespace Party.Demand.Partitions.Placing;

/// <content>Events whose partition is another one since the map has changed.</content>
internal sealed partial class Placer<TEvent>
{
    // The seat that the event at hand would have had before the change that is under way, or −1.
    private int _seatBefore = Placement<TEvent>.NoPartition;

    /// <summary>The change that is under way; null where there is none.</summary>
    public Moves<TEvent>? Moves { get; set; }

    /// <summary>The seats that events were given which wait for their old one, since it was last cleared.</summary>
    public List<int> Moved { get; } = [];

    /// <summary>The time, while a change is under way.</summary>
    public long Now { get; set; }

    /// <summary>The map has changed: the event that is stuck is placed by the new one.</summary>
    public void Unstick()
    {
        Stuck = null;
        sorted?.Forget();
    }

    /// <summary>The seat of an event that was placed before, by the map in force; −1 where that is its end.</summary>
    public int SeatOf(TEvent item, DispatchBuilder<TEvent> step)
    {
        try
        {
            var next = Select(item);
            if ((uint)next.Partition < (uint)lanes.Count)
            {
                return next.Partition;
            }

            GiveUp(next, step);
        }
        catch (Exception error)
        {
            SetAside(item, error, step);
        }

        return Placement<TEvent>.NoPartition;
    }

    // Its old partition still has older ones of its key, so it waits here for them.
    private bool TryMove(
        MovedEvents<TEvent> behind, int seat, TEvent item, Origin? origin, DispatchBuilder<TEvent> step)
    {
        ref var lane = ref lanes.All[seat];
        var ahead = lane.IsTouched ? lane.Ahead - lane.Park.End - lane.Drops : 0;
        var others = lane.Parked - lane.Park.Count;
        if (Math.Max(0, lane.Park.Count + ahead - lane.Wanted) + others < options.ParkLimit)
        {
            sorted?.Forget();
            behind.Add(new(item, origin, Lender: -1));
            lane.Moved++;
            Moved.Add(seat);
            return true;
        }

        return TurnAwayUnlessHeld(seat, step);
    }
}
