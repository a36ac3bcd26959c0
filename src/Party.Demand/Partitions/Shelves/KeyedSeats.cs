using Party.Demand.Delivering;
using Party.Demand.Partitions.Placing;
using Party.Demand.Subscriptions;

namespace Party.Demand.Partitions.Shelves;

/// <summary>What a ledger tells a dispatcher whose partitions are shared by key, and takes from it.</summary>
/// <remarks>
/// There, what a consumer did not confirm goes back to the strands it came from; and what it has confirmed lets others
/// have what waits in them.
/// </remarks>
internal sealed class KeyedSeats<TEvent>(Lanes<TEvent> lanes, Func<int, KeyShelf<TEvent>> shelfOf)
{
    private readonly PartitionSet _stirred = new(lanes.Count);

    /// <summary>Whether there may be anything to serve.</summary>
    public bool IsStirred => _stirred.Members.Length > 0;

    /// <summary>How many events came back and wait.</summary>
    public int Returned { get; private set; }

    /// <summary>How many events came back and wait, by seat, where there are any.</summary>
    public IEnumerable<(int Seat, int Count)> ReturnedBySeat => Returned == 0
        ? []
        : Enumerable.Range(0, lanes.Count)
            .Select(seat => (seat, lanes.All[seat].Shelf?.Returned ?? 0))
            .Where(static one => one.Item2 > 0);

    /// <summary>Makes room for so many partitions.</summary>
    public void Grow(int count) => _stirred.Grow(count);

    /// <summary>Events that came back were handed on again.</summary>
    public void HandedOn() => Returned--;

    /// <summary>A consumer's events up to a number have come to their end.</summary>
    public void End(Subscription subscription, long upTo) =>
        Stir(subscription, ShelfOf(subscription).End(subscription, upTo));

    /// <summary>Some of a consumer's events have come to their end, ahead of older ones.</summary>
    public void End(Subscription subscription, EventRange ahead) =>
        Stir(subscription, ShelfOf(subscription).End(subscription, ahead));

    /// <summary>Events come back; of several runs from one consumer, the newest first.</summary>
    /// <param name="from">The consumer.</param>
    /// <param name="first">The sequence number that the first of them had there.</param>
    /// <param name="run">The events.</param>
    public void Return(Subscription from, long first, Retained<TEvent> run)
    {
        var shelf = ShelfOf(from);
        Returned -= shelf.Returned;
        Stir(from, shelf.Return(from, first, run));
        Returned += shelf.Returned;
    }

    /// <summary>How many events came back to a seat, and wait.</summary>
    public int ReturnedTo(int seat) => lanes.All[seat].Shelf?.Returned ?? 0;

    /// <summary>Lets what came back to a seat come back to where it belongs now.</summary>
    /// <param name="seat">A seat that nobody is served from.</param>
    /// <param name="seatOf">The seat that an event belongs to; −1 where that is its end.</param>
    public void Rehome(int seat, Func<TEvent, int> seatOf)
    {
        if (lanes.All[seat].Shelf is not KeyShelf<TEvent> shelf)
        {
            return;
        }

        var taken = shelf.TakeReturned(seatOf);
        foreach (var (entry, to) in taken)
        {
            if (to < 0)
            {
                entry.Origin?.Settle(1);
                Returned--;
            }
            else
            {
                shelfOf(to).AddReturned(entry);
                _stirred.Add(to);
            }
        }

        // The keys of their strands were still wanted.
        foreach (var strand in taken.Select(static one => one.Entry.Strand!).Distinct())
        {
            shelf.Unpin(strand);
        }
    }

    /// <summary>A consumer has said its last word.</summary>
    public void Leave(Subscription subscription) =>
        Stir(subscription, ShelfOf(subscription).Leave(subscription));

    /// <summary>Takes the partitions in which there may be anything to serve.</summary>
    public int[] TakeStirred()
    {
        int[] stirred = [.. _stirred.Members];
        _stirred.Clear();
        return stirred;
    }

    private KeyShelf<TEvent> ShelfOf(Subscription subscription) =>
        (KeyShelf<TEvent>)lanes.All[subscription.Seat].Shelf!;

    private void Stir(Subscription subscription, bool isReady)
    {
        if (isReady)
        {
            _stirred.Add(subscription.Seat);
        }
    }
}
