using Party.Demand.Dispatching;
using Party.Demand.Watching;

namespace Party.Demand.Ledgers;

/// <content>What is going on, for those who watch.</content>
public sealed partial class ProducerLedger<TEvent>
{
    private Lookout? _lookout;

    // Null while nobody watches, or there is no key.
    private IKeyCounter<TEvent>? _keys;

    /// <summary>What is going on now, beside what was going on at the last call. The cost is O(partitions).</summary>
    /// <remarks>
    /// From the first call on, the keys of events are counted, where they have any; see <see cref="LookAway"/>.
    /// </remarks>
    /// <param name="now">The time.</param>
    public StageSnapshot Look(DateTimeOffset now)
    {
        if (_lookout is null)
        {
            _lookout = new();
            _keys = _options.CountKeys();
        }

        var snapshot = _lookout.Look(Balance(), _seats.Sent(), Describe, _dispatcher.PlacedIn, now);
        return snapshot with
        {
            Unasked = Unasked,
            HeldFor = _dispatcher.HeldFor is >= 0 and var partition ? Partitions[partition] : null,
            Idle = Idle(snapshot.Books, _lookout.HasMoved),
            Keys = _keys?.Look(),
        };
    }

    /// <summary>Nobody watches any more: what was kept for that is forgotten.</summary>
    public void LookAway() => (_lookout, _keys) = (null, null);

    // Why events wait that there is demand for, unless their partition is paused.
    private IdleKind Behind => _barriers is null ? IdleKind.Key : IdleKind.Move;

    private PartitionSnapshot Describe(PartitionBooks line, int partition) => new(line)
    {
        Consumers = _seats.OpenAt(partition),
        IsPaused = _dispatcher.IsPaused(partition),
        IsRemoved = InForce != Partitions && InForce.IndexOf(line.Partition) < 0,
    };

    // What stands in the way of all comes first, then what is to come, then what is missing of one.
    private IdleReason Idle(ProducerBooks books, bool hasMoved) => this switch
    {
        { Mode: DemandMode.Accumulate } => new(IdleKind.Forwarding),
        _ when _dispatcher.HeldFor is >= 0 and var partition => Blocked(partition),
        _ when hasMoved => new(IdleKind.AtWork),
        { _isDraining: true } => new(IdleKind.Drain),
        _ when !_seats.IsAnyServed => new(IdleKind.Consumer),
        { Owed: > 0 } => new(IdleKind.Events, Count: Owed),
        _ => HeldBack() ?? Unconfirmed(books) ?? Unwanted(books),
    };

    private IdleReason Blocked(int partition)
    {
        var kind = !_seats.IsServed(partition) ? IdleKind.Consumer
            : _dispatcher.IsPaused(partition) ? IdleKind.Resumption
            : OutstandingOf(partition) > 0 ? Behind
            : IdleKind.Room;
        return kind == Behind
            ? new(kind, Partitions[partition], _dispatcher.HeldBackIn(partition))
            : new(kind, Partitions[partition], _dispatcher.Held);
    }

    // Of partitions whose demand is there and not met, the one with most to hand on.
    private IdleReason? HeldBack()
    {
        var most = -1;
        var found = -1;
        for (var partition = 0; partition < Partitions.Count; partition++)
        {
            var count = _dispatcher.HeldBackIn(partition);
            if (count > most && (count > 0 || _dispatcher.IsPaused(partition)) && OutstandingOf(partition) > 0)
            {
                (most, found) = (count, partition);
            }
        }

        return found < 0
            ? null
            : new(_dispatcher.IsPaused(found) ? IdleKind.Resumption : Behind, Partitions[found], most);
    }

    private IdleReason? Unconfirmed(ProducerBooks books)
    {
        var most = default(PartitionBooks);
        foreach (var one in _seats.Subscriptions)
        {
            var line = books.Partitions[one.Seat];
            if (one is { IsOpen: true, Deferred: > 0 } && line.InFlight > most.InFlight && !_dispatcher.StandsBy(one))
            {
                most = line;
            }
        }

        return most.InFlight == 0 ? null : new(IdleKind.Confirmation, most.Partition, most.InFlight);
    }

    private static IdleReason Unwanted(ProducerBooks books)
    {
        var most = books.Partitions.MaxBy(static one => (long)one.Parked + one.Returned);
        var waiting = (long)most.Parked + most.Returned;
        return waiting == 0 ? new(IdleKind.Demand) : new(IdleKind.Demand, most.Partition, waiting);
    }
}
