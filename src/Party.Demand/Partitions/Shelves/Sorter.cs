using Party.Demand.Dispatching;

namespace Party.Demand.Partitions.Shelves;

/// <summary>Calls the user's functions that say where on its partition's shelf an event belongs.</summary>
/// <remarks>It makes the shelves too, when the first event or consumer comes.</remarks>
internal sealed class Sorter<TEvent>(PartitionDispatcherOptions<TEvent> options, ShelfDesk<TEvent> desk)
{
    private readonly EventKey<TEvent>? _key = options.Consumers == PartitionConsumers.SharedByKey ? options.Key : null;
    private readonly Func<TEvent, int>? _classOf = options.Priorities?.ClassOf;
    private readonly Func<TEvent, long>? _size = options.SizeInForce();
    private readonly ClassWeights _weights = new(options.Priorities?.Weights ?? [1]);

    /// <summary>The shelf of a partition.</summary>
    public Shelf<TEvent> ShelfOf(int partition) => desk.Lanes.All[partition].Shelf ??= _key is null
        ? new ClassShelf<TEvent>(partition, desk, _weights)
        : new KeyShelf<TEvent>(partition, desk, _key.NewIndex());

    /// <summary>Says where an event belongs; its strand is pinned then.</summary>
    /// <returns>False where a function failed; then the event is set aside.</returns>
    public bool TryIssue(int partition, TEvent item, out Ticket ticket, out SetAside<TEvent> failure)
    {
        ticket = new(partition, 0, 0, null);
        failure = default;
        var cause = DiscardCause.SizeFailed;
        try
        {
            if (_size is not null && (ticket = ticket with { Size = _size(item) }).Size < 0)
            {
                failure = Fail(item, cause, "the size of at least 0 bytes", $"{ticket.Size}");
                return false;
            }

            cause = DiscardCause.PriorityFailed;
            if (_classOf is not null
                && (uint)(ticket = ticket with { Class = _classOf(item) }).Class >= (uint)_weights.Count)
            {
                failure = Fail(item, cause, $"the class, 0 to {_weights.Count - 1},", $"{ticket.Class}");
                return false;
            }

            cause = DiscardCause.KeyFailed;
            if (_key is not null)
            {
                ticket = ticket with { Strand = ((KeyShelf<TEvent>)ShelfOf(partition)).Pin(item) };
                if (ticket.Strand is null)
                {
                    failure = Fail(item, cause, "the key", "null");
                    return false;
                }
            }

            return true;
        }
        catch (Exception error)
        {
            var what = cause switch
            {
                DiscardCause.SizeFailed => "the size",
                DiscardCause.PriorityFailed => "the class",
                _ => "the key",
            };
            failure = Fail(item, cause, what, $"{error.GetType().Name}: {error.Message}", error);
            return false;
        }
    }

    /// <summary>The same for another partition, where the event has to go instead; no function is called.</summary>
    public Ticket Redirect(in Ticket ticket, int partition)
    {
        if (ticket.Partition == partition)
        {
            return ticket;
        }

        var strand = ticket.Strand is { } old ? ((KeyShelf<TEvent>)ShelfOf(partition)).PinLike(old) : null;
        Release(ticket);
        return ticket with { Partition = partition, Strand = strand };
    }

    /// <summary>An event has found its place or its end.</summary>
    public void Release(in Ticket ticket)
    {
        if (ticket.Strand is { } strand)
        {
            ((KeyShelf<TEvent>)ShelfOf(ticket.Partition)).Unpin(strand);
        }
    }

    private static SetAside<TEvent> Fail(
        TEvent item, DiscardCause cause, string expected, string found, Exception? error = null) => new(
        item,
        cause,
        $"Expected {expected} of event \"{EventText.Of(item)}\", got {Sentence(found)} The event was discarded.",
        error);

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
}
