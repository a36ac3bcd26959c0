using Party.Demand.Delivering;
using Party.Demand.Subscriptions;

namespace Party.Demand.Partitions.Shelves;

/// <summary>The shelf of a partition whose events have classes, or are measured: one row for each class.</summary>
/// <remarks>
/// What waits is served by <see cref="Turns"/>, and within a class in the order it came. The cost is O(1) for each
/// event, as there are at most <see cref="EventPriorities{TEvent}.MostClasses"/>.
/// </remarks>
internal sealed class ClassShelf<TEvent>(int partition, ShelfDesk<TEvent> desk, ClassWeights weights)
    : Shelf<TEvent>(partition, desk)
{
    private readonly Row[] _rows = new Row[weights.Count];
    private Turns _turns;

    /// <inheritdoc/>
    public override bool TryHandOn(TEvent item, Origin? origin, in Ticket ticket)
    {
        if (Count > 0 || FirstInLine() is not { } taker)
        {
            return false;
        }

        Send(taker, Desk.Enter(item, origin, ticket));
        return true;
    }

    /// <inheritdoc/>
    public override void Park(TEvent item, Origin? origin, in Ticket ticket)
    {
        var entry = Desk.Enter(item, origin, ticket);
        Desk.Entries.Append(ref _rows[ticket.Class], Desk.Entries.Add(entry));
        Came(entry);
    }

    /// <summary>
    /// Drops the oldest event of the class with the lowest weight that has any; the newcomer counts as one it has.
    /// </summary>
    /// <returns>False where the newcomer is the oldest of that class.</returns>
    public override bool TryDropOldest(in Ticket newcomer)
    {
        foreach (var one in weights.LowestFirst)
        {
            if (_rows[one].Count > 0)
            {
                var entry = TakeFirst(one);
                Desk.Drop(Partition, entry);
                Went(entry);
                return true;
            }

            if (one == newcomer.Class)
            {
                return false;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override void Serve()
    {
        while (Count > 0 && FirstInLine() is { } taker)
        {
            var entry = TakeFirst(_turns.Next(weights.ByClass, _rows));
            Send(taker, entry);
            Went(entry);
        }
    }

    /// <inheritdoc/>
    public override List<(TEvent Item, Origin? Origin, int Seat)> TakeMoved(Func<TEvent, int> seatOf)
    {
        var taken = new List<(long Age, TEvent Item, Origin? Origin, int Seat)>();
        for (var one = 0; one < _rows.Length; one++)
        {
            for (var left = _rows[one].Count; left > 0; left--)
            {
                var entry = TakeFirst(one);
                var seat = entry.Age < Mark || entry.IsBefore ? seatOf(entry.Item) : Partition;
                if (seat == Partition)
                {
                    Desk.Entries.Append(ref _rows[one], Desk.Entries.Add(entry));
                }
                else
                {
                    taken.Add((entry.Age, entry.Item, entry.Origin, seat));
                    Went(entry);
                }
            }
        }

        return [.. taken.OrderBy(static one => one.Age).Select(static one => (one.Item, one.Origin, one.Seat))];
    }

    private Subscription? FirstInLine()
    {
        ref readonly var lane = ref Desk.Lanes.All[Partition];
        return lane.Wanted > 0 ? lane.Owner ?? lane.Sharers!.Highest : null;
    }

    private void Send(Subscription to, in Entry<TEvent> entry)
    {
        Desk.HandOn(Partition, to, entry);
        Desk.Lanes.All[Partition].Sharers?.Change(to, -1);
    }

    private Entry<TEvent> TakeFirst(int row) => Desk.Entries.Remove(Desk.Entries.TakeFirst(ref _rows[row]));
}
