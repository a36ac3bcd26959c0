using Party.Demand.Buffering;
using Party.Demand.Subscriptions;

namespace Party.Actors.Protocol;

/// <summary>Producer → consumer: events of one subscription, never more than were requested.</summary>
/// <remarks>
/// The array that the events are in goes with the message. Only the stage that receives it gives the array back, after
/// its handler returned; a message that is kept, or is never handled, is collected like any other.
/// </remarks>
public sealed class Events<TEvent> : Events
{
    private readonly bool _isRented;
    private readonly SharedEvents<TEvent>? _share;
    private ArraySegment<TEvent> _events;

    /// <summary>Events of a subscription.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="first">The sequence number of the first event.</param>
    /// <param name="batch">The events, at least one; they are copied.</param>
    /// <param name="attempt">How often they have been handed on now.</param>
    public Events(SubscriptionId id, long first, IReadOnlyList<TEvent> batch, int attempt = 1)
        : base(id, first, attempt) => _events = new([.. batch]);

    internal Events(
        SubscriptionId id,
        long first,
        ArraySegment<TEvent> events,
        bool isRented,
        int attempt,
        SharedEvents<TEvent>? share = null)
        : base(id, first, attempt) => (_events, _isRented, _share) = (events, isRented, share);

    /// <summary>The events, in a copy that may be kept.</summary>
    public IReadOnlyList<TEvent> Batch => _events.ToArray();

    /// <inheritdoc/>
    public override int Count => _events.Count;

    /// <summary>The events where they are; good until <see cref="Return"/>.</summary>
    internal ReadOnlySpan<TEvent> Span => _events;

    /// <summary><c>Events #7: 3 from 1</c></summary>
    public override string ToString() => $"Events {Id}: {Count} from {First}";

    /// <summary>Gives the array back, once. The message is empty from then on.</summary>
    internal void Return()
    {
        var events = _events;
        _events = default;
        if (_isRented)
        {
            EventArrays.Return(events);
        }
        else if (events.Array is not null)
        {
            _share?.Return();
        }
    }
}
