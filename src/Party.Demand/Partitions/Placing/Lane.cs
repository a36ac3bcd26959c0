using Party.Demand.Buffering;
using Party.Demand.Delivering;
using Party.Demand.Partitions.Moving;
using Party.Demand.Partitions.Shelves;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Demand.Partitions.Placing;

/// <summary>One partition: who owns it, and what waits for its demand.</summary>
/// <remarks>
/// While a batch is being placed, its events are written ahead, behind those that are parked: nobody sees them before
/// the step is committed. An idle lane holds no array and no object of its own.
/// </remarks>
internal struct Lane<TEvent>
{
    /// <summary>The events that wait, in order.</summary>
    public EventQueue<TEvent> Park;

    /// <summary>
    /// The subscription of the consumer that is served; null where the partition is free, or several share it.
    /// </summary>
    public Subscription? Owner;

    // All that lanes hardly ever have: where there are none, a step sees so at a glance, and a lane fills a cache line.
    private LaneExtras<TEvent>? _extras;

    /// <summary>How many events it was ever given.</summary>
    public long Placed;

    /// <summary>Where in the park's array the next event of this step goes; 0 between steps.</summary>
    public int Ahead;

    /// <summary>Where <see cref="Ahead"/> has to stop and look for room; 0 between steps.</summary>
    public int Stop;

    /// <summary>How many of the oldest events this step drops.</summary>
    public int Drops;

    /// <summary>How many events a step lately brought: the room to make for the next.</summary>
    public int Usual;

    /// <summary>Whether this step has something for the lane.</summary>
    public bool IsTouched;

    /// <summary>Whether nothing is handed on from here for now, whatever the demand is.</summary>
    public bool IsPaused;

    /// <summary>Whether the lane is entered among those with parked events.</summary>
    public bool IsWaiting;

    /// <summary>Whether there is nothing to look at but an owner, and the park.</summary>
    public readonly bool IsPlain => _extras is null && !IsPaused;

    /// <summary>The consumers that share the partition; null where it is not shared, or free.</summary>
    public Sharers? Sharers
    {
        readonly get => _extras?.Sharers;
        set
        {
            if (value is not null || _extras is not null)
            {
                (_extras ??= new()).Sharers = value;
            }
        }
    }

    /// <summary>
    /// Where the events wait, instead of in the park, that are sorted; null where they are not, or none ever came.
    /// </summary>
    public Shelf<TEvent>? Shelf
    {
        readonly get => _extras?.Shelf;
        set
        {
            if (value is not null || _extras is not null)
            {
                (_extras ??= new()).Shelf = value;
            }
        }
    }

    /// <summary>Messages that wait among the parked events; null where none ever did.</summary>
    public InfoMarkers? Infos
    {
        readonly get => _extras?.Infos;
        set
        {
            if (value is not null || _extras is not null)
            {
                (_extras ??= new()).Infos = value;
            }
        }
    }

    /// <summary>What the parked events were made of; null where nobody ever wanted to know.</summary>
    public OriginRuns? Origins
    {
        readonly get => _extras?.Origins;
        set
        {
            if (value is not null || _extras is not null)
            {
                (_extras ??= new()).Origins = value;
            }
        }
    }

    /// <summary>Events from other partitions, to be handed on before all that is parked; null without any.</summary>
    public Queue<MovedEvents<TEvent>>? Sources
    {
        readonly get => _extras?.Sources;
        set
        {
            if (value is not null || _extras is not null)
            {
                (_extras ??= new()).Sources = value;
            }
        }
    }

    /// <summary>How many events move here and count against this park.</summary>
    public int Moved
    {
        readonly get => _extras?.Moved ?? 0;
        set
        {
            if (value != 0 || _extras is not null)
            {
                (_extras ??= new()).Moved = value;
            }
        }
    }

    /// <summary>How many events were parked here, have moved elsewhere, and count here until they go.</summary>
    public int Lent
    {
        readonly get => _extras?.Lent ?? 0;
        set
        {
            if (value != 0 || _extras is not null)
            {
                (_extras ??= new()).Lent = value;
            }
        }
    }

    /// <summary>How many of those that wait here now were placed before the change that is under way.</summary>
    public int Before
    {
        readonly get => _extras?.Before ?? 0;
        set
        {
            if (value != 0 || _extras is not null)
            {
                (_extras ??= new()).Before = value;
            }
        }
    }

    /// <summary>Whether the partition has a consumer.</summary>
    public readonly bool IsOwned =>
        Owner is not null || _extras is { Sharers: not null } or { Shelf.IsShared: true };

    /// <summary>The partition's demand.</summary>
    public readonly long Outstanding =>
        Owner?.Outstanding ?? _extras?.Sharers?.Outstanding ?? _extras?.Shelf?.Outstanding ?? 0;

    /// <summary>How many events wait here, or count here though they are bound elsewhere.</summary>
    public readonly int Parked => _extras is { } extras
        ? (extras.Shelf?.Count ?? Park.Count) + extras.Moved + extras.Lent
        : Park.Count;

    /// <summary>The demand that is met now: none while the partition is paused.</summary>
    public readonly long Wanted => IsPaused ? 0 : Outstanding;

    /// <summary>Writes an event ahead, if there is room up to <see cref="Stop"/>.</summary>
    public bool TryWrite(TEvent item)
    {
        if (Ahead == Stop)
        {
            return false;
        }

        Park.Write(Ahead++, item);
        return true;
    }
}
