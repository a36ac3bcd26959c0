using Party.Demand.Buffering;
using Party.Demand.Delivering;

namespace Party.Demand.Partitions.Shelves;

/// <summary>
/// Where the events of one partition wait that are not served in the order they came; and who serves them.
/// </summary>
/// <remarks>
/// Laws: parked ≤ park limit; bytes parked ≤ park-bytes and one event; what could be handed on has been, unless the
/// shelf is paused.
/// </remarks>
internal abstract class Shelf<TEvent>(int partition, ShelfDesk<TEvent> desk)
{
    private AgeMarkers? _markers;

    /// <summary>How many events are parked.</summary>
    public int Count { get; private set; }

    /// <summary>How many bytes they have.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether one more may not be parked.</summary>
    public bool IsFull => desk.Lanes.All[partition].Parked >= desk.ParkLimit || Bytes >= desk.ParkBytes;

    /// <summary>How many more events may be parked, unless they are too large.</summary>
    public int Room => Bytes >= desk.ParkBytes ? 0 : desk.ParkLimit - desk.Lanes.All[partition].Parked;

    /// <summary>Whether several consumers share it that are known here alone.</summary>
    public virtual bool IsShared => false;

    /// <summary>The demand of those.</summary>
    public virtual long Outstanding => 0;

    /// <summary>How many events wait that came back from a consumer; they do not count as parked.</summary>
    public virtual int Returned => 0;

    /// <summary>How many of the parked events cannot be handed on, whoever has demand.</summary>
    public virtual int HeldBack => IsPaused ? Count : 0;

    /// <summary>Whether nothing is handed on.</summary>
    protected bool IsPaused => desk.Lanes.All[partition].IsPaused;

    /// <summary>The partition.</summary>
    protected int Partition => partition;

    /// <summary>What all shelves of the dispatcher have in common.</summary>
    protected ShelfDesk<TEvent> Desk => desk;

    /// <summary>The age of the next event that is placed on any shelf.</summary>
    public long NextAge => desk.NextAge;

    /// <summary>The age of the first event that was placed since the change which is under way.</summary>
    public long Mark { get; set; }

    /// <summary>Hands an event on that was just placed, if nothing is before it and it is wanted.</summary>
    public abstract bool TryHandOn(TEvent item, Origin? origin, in Ticket ticket);

    /// <summary>Parks an event that was just placed.</summary>
    public abstract void Park(TEvent item, Origin? origin, in Ticket ticket);

    /// <summary>Drops the parked event that has to make room for another.</summary>
    /// <returns>False where it is that other which has to go.</returns>
    public abstract bool TryDropOldest(in Ticket newcomer);

    /// <summary>Hands on what is wanted.</summary>
    public abstract void Serve();

    /// <summary>Takes the events out that were parked before the change and belong elsewhere by now.</summary>
    /// <param name="seatOf">The seat that an event belongs to; −1 where that is its end.</param>
    /// <returns>The events and their seats, in the order they came.</returns>
    public abstract List<(TEvent Item, Origin? Origin, int Seat)> TakeMoved(Func<TEvent, int> seatOf);

    /// <summary>Lets a message wait behind all that is parked.</summary>
    public void Inform(WaitingInfo info)
    {
        if (Count > 0)
        {
            (_markers ??= new()).Add(desk.NextAge, Count, info.Wait());
        }
    }

    /// <summary>An event is parked.</summary>
    protected void Came(in Entry<TEvent> entry)
    {
        Bytes += entry.Size;
        if (++Count == 1)
        {
            desk.Lanes.Note(partition);
        }
    }

    /// <summary>An event is not parked any more; messages that waited for it come behind it.</summary>
    protected void Went(in Entry<TEvent> entry)
    {
        Bytes -= entry.Size;
        if (entry.Age < Mark || entry.IsBefore)
        {
            desk.Lanes.Cross(partition, 1);
        }

        if (--Count == 0)
        {
            desk.Lanes.Note(partition);
        }

        _markers?.Pass(entry.Age);
        while (_markers is { } markers && markers.TryTakeDue(out var info))
        {
            if (info.Arrive())
            {
                desk.Release(info.Message);
            }
        }
    }
}
