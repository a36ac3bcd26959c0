using Party.Demand.Delivering;

namespace Party.Demand.Partitions.Shelves;

/// <content>What goes to other partitions, since the map has changed.</content>
internal sealed partial class KeyShelf<TEvent>
{
    /// <inheritdoc/>
    public override List<(TEvent Item, Origin? Origin, int Seat)> TakeMoved(Func<TEvent, int> seatOf)
    {
        var taken = new List<(TEvent Item, Origin? Origin, int Seat)>();

        // Of each strand, how many stay before those that are still to be looked at.
        var staying = new Dictionary<Strand, int>();
        for (var slot = _arrivals.Oldest; slot > 0;)
        {
            var entry = Desk.Entries[slot];
            slot = entry.Newer;
            var seat = entry.Age < Mark || entry.IsBefore ? seatOf(entry.Item) : Partition;
            var strand = entry.Strand!;
            var before = staying.GetValueOrDefault(strand, strand.Returned);
            if (seat == Partition)
            {
                staying[strand] = before + 1;
                continue;
            }

            taken.Add((entry.Item, entry.Origin, seat));
            Went(Take(strand, Desk.Entries.TakeAt(ref strand.Row, before)));
            LeaveIfEmpty(strand);
        }

        return taken;
    }

    /// <summary>Takes the events out that came back and belong elsewhere by now, with their strands here.</summary>
    /// <param name="seatOf">The seat that an event belongs to; −1 where that is its end.</param>
    public List<(Entry<TEvent> Entry, int Seat)> TakeReturned(Func<TEvent, int> seatOf)
    {
        var taken = new List<(Entry<TEvent> Entry, int Seat)>();
        foreach (var strand in keys.All.Where(static one => one.Returned > 0).ToList())
        {
            var stay = 0;
            for (var left = strand.Returned; left > 0; left--)
            {
                var first = strand.Row.First;
                for (var skip = stay; skip > 0; skip--)
                {
                    first = Desk.Entries[first].Next;
                }

                var seat = seatOf(Desk.Entries[first].Item);
                if (seat == Partition)
                {
                    stay++;
                }
                else
                {
                    strand.IsPinned = true;
                    taken.Add((Take(strand, Desk.Entries.TakeAt(ref strand.Row, stay)), seat));
                    LeaveIfEmpty(strand);
                }
            }
        }

        return taken;
    }

    /// <summary>Takes in an event that came back in another partition.</summary>
    public void AddReturned(Entry<TEvent> entry)
    {
        var strand = PinLike(entry.Strand!);
        entry.Strand = strand;
        var slot = Desk.Entries.Add(entry);
        Desk.Entries.AddByAge(ref strand.Row, slot);
        strand.Returned++;
        _returned++;
        MakeReady(strand);
        Unpin(strand);
    }

    private void LeaveIfEmpty(Strand strand)
    {
        if (strand.Row.Count == 0)
        {
            strand.Queue?.Remove(strand);
            ReleaseIfIdle(strand);
        }
    }
}
