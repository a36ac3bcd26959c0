using Party.Demand.Delivering;
using Party.Demand.Subscriptions;

namespace Party.Demand.Partitions.Shelves;

/// <summary>What a ledger tells a dispatcher whose partitions are shared by key, and takes from it.</summary>
/// <remarks>
/// There, what a consumer did not confirm goes back to the strands it came from; and what it has confirmed lets others
/// have what waits in them.
/// </remarks>
internal sealed class KeyedSeats<TEvent>(Lanes<TEvent> lanes)
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
