using Party.Demand.Dispatching;
using Party.Demand.Partitions.Asking;
using Party.Demand.Partitions.Placing;
using Party.Demand.Subscriptions;

namespace Party.Demand.Partitions.Shelves;

/// <summary>What the shelves of one dispatcher have in common: where events come from, and where they go.</summary>
internal sealed class ShelfDesk<TEvent>(
    PartitionDispatcherOptions<TEvent> options,
    Lanes<TEvent> lanes,
    DispatchBuilder<TEvent> step,
    UpstreamDemand upstream,
    KeyedSeats<TEvent>? keyed)
{
    /// <summary>The lanes that the shelves are in.</summary>
    public Lanes<TEvent> Lanes => lanes;

    /// <summary>What waits on any shelf.</summary>
    public EntrySlab<TEvent> Entries { get; } = new();

    /// <summary>The age of the next event that is placed.</summary>
    public long NextAge { get; private set; }

    /// <summary>The most events that a shelf parks.</summary>
    public int ParkLimit => options.ParkLimit;

    /// <summary>An event is parked only while less than this is.</summary>
    public long ParkBytes { get; } = options.ParkBytes ?? long.MaxValue;

    /// <summary>An event that is placed now.</summary>
    public Entry<TEvent> Enter(TEvent item, Delivering.Origin? origin, in Ticket ticket) => new()
    {
        Item = item,
        Origin = origin,
        Strand = ticket.Strand,
        Size = ticket.Size,
        IsBefore = ticket.IsBefore,
        Age = NextAge++,
    };

    /// <summary>Hands an event on.</summary>
    public void HandOn(int partition, Subscription to, in Entry<TEvent> entry)
    {
        step.Append(to, entry.Item, entry.Origin, entry.Attempts + 1);
        if (entry.Attempts == 0)
        {
            upstream.Sent(partition, 1);
        }
        else
        {
            // What was asked for in its place is still to come, and pays for demand that comes later.
            upstream.Left(partition, 1);
            keyed?.HandedOn();
        }
    }

    /// <summary>Ends an event that was parked.</summary>
    public void Drop(int partition, in Entry<TEvent> entry)
    {
        entry.Origin?.Settle(1);
        upstream.Dropped(partition, 1);
    }

    /// <summary>Releases a message.</summary>
    public void Release(object message) => step.Release(message);
}
