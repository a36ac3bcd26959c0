using Party.Demand.Buffering;
using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Producer → consumer: events of one subscription, never more than were requested.</summary>
/// <remarks>
/// The array that the events are in goes with the message. Only the stage that receives it gives the array back, after
/// its handler returned, and the message with it; one that is kept, or is never handled, stays as it is, and is
/// collected like any other.
/// </remarks>
public sealed class Events<TEvent> : Events
{
    private ArrayOwner<TEvent>? _owner;
    private ArraySegment<TEvent> _events;
    private bool _isSpent;

    /// <summary>Events of a subscription.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="first">The sequence number of the first event.</param>
    /// <param name="batch">The events, at least one; they are copied.</param>
    /// <param name="attempt">How often they have been handed on now.</param>
    public Events(SubscriptionId id, long first, IReadOnlyList<TEvent> batch, int attempt = 1)
        : base(id, first, attempt) => _events = new([.. batch]);

    internal Events(
        SubscriptionId id, long first, ArraySegment<TEvent> events, ArrayOwner<TEvent>? owner, int attempt)
        : base(id, first, attempt) => (_events, _owner) = (events, owner);

    /// <summary>The events, in a copy that may be kept.</summary>
    public IReadOnlyList<TEvent> Batch => _events.ToArray();

    /// <inheritdoc/>
    public override int Count => _events.Count;

    /// <summary>The events where they are; good until <see cref="GiveBack"/>.</summary>
    internal ReadOnlySpan<TEvent> Span => _events;

    /// <summary><c>Events #7: 3 from 1</c></summary>
    public override string ToString() => $"Events {Id}: {Count} from {First}";

    /// <summary>Makes it another message of the same subscription, if it was given back.</summary>
    internal bool TryReuse(long first, ArraySegment<TEvent> events, ArrayOwner<TEvent>? owner, int attempt)
    {
        if (!Volatile.Read(ref _isSpent))
        {
            return false;
        }

        _isSpent = false;
        (First, _events, _owner, Attempt) = (first, events, owner, attempt);
        return true;
    }

    /// <summary>Gives the array back, once, and then the message itself: it is empty until it is used again.</summary>
    internal void GiveBack()
    {
        var events = _events;
        _events = default;
        if (events.Array is not null)
        {
            _owner?.GiveBack(events);
            _owner = null;
            Volatile.Write(ref _isSpent, true);
        }
    }
}
