using Party.Demand.Buffering;
using Party.Demand.Delivering;
using Party.Demand.Subscriptions;

namespace Party.Demand.Dispatching;

/// <summary>What the running step of a dispatcher has come to so far; its room is used again and again.</summary>
/// <remarks>
/// A dispatcher begins it, writes into it what the stage is to do, in order, and returns what <see cref="End"/> says.
/// </remarks>
public sealed class DispatchBuilder<TEvent>
{
    private const int SmallestArray = 16;

    private Delivery<TEvent>[] _deliveries = [];
    private int _count;
    private List<ReleasedInfo>? _infos;
    private List<SetAside<TEvent>>? _setAside;
    private ReleasedInfo[] _releasedInfos = [];
    private SetAside<TEvent>[] _setAsideEvents = [];
    private Origin? _origin;
    private int _sealed;
    private int _copied;
    private int _filtered;
    private int _discarded;

    /// <summary>Why the stage is to fail, since an event has no place left; null where it is not.</summary>
    public string? Overflow { get; set; }

    /// <summary>A sentence for the log, said as a warning; null where there is nothing to say.</summary>
    public string? Notice { get; set; }

    /// <summary>Forgets the step before.</summary>
    /// <param name="origin">What the events of this step were made of.</param>
    public void Begin(Origin? origin = null)
    {
        // The arrays belong to whoever took the deliveries; nothing here may keep them alive.
        Array.Clear(_deliveries, 0, _count);
        _count = 0;
        if (_infos is { Count: > 0 } || _setAside is { Count: > 0 })
        {
            _infos?.Clear();
            _setAside?.Clear();
            _releasedInfos = [];
            _setAsideEvents = [];
        }

        _sealed = _copied = _filtered = _discarded = 0;
        _origin = origin;
        Overflow = Notice = null;
    }

    /// <summary>Hands events on to a subscription, in an array of their own.</summary>
    /// <param name="to">Its outstanding demand covers the events.</param>
    /// <param name="events">The events, copied here.</param>
    public void Deliver(Subscription to, ReadOnlySpan<TEvent> events)
    {
        var array = EventArrays.Rent<TEvent>(events.Length);
        events.CopyTo(array);
        Add(new(to, to.Send(events.Length), new(array, 0, events.Length)) { Origin = _origin });
    }

    /// <summary>Hands events on to one of several subscriptions that get the same array.</summary>
    /// <param name="to">Its outstanding demand covers the events.</param>
    /// <param name="events">The events, in an array that nobody writes to or gives back any more.</param>
    public void DeliverShared(Subscription to, TEvent[] events) =>
        Deliver(to, new ArraySegment<TEvent>(events), _origin);

    /// <summary>Hands events on to one of the subscriptions that give the same array back together.</summary>
    /// <param name="to">Its outstanding demand covers the events.</param>
    /// <param name="share">The events; it counts this subscription.</param>
    public void DeliverShared(Subscription to, SharedEvents<TEvent> share) => Add(
        new(to, to.Send(share.Events.Count), share.Events) { IsShared = true, Share = share, Origin = _origin });

    /// <summary>Notes that events went to more than one subscription.</summary>
    /// <param name="copies">How many were handed on or filtered beyond the first of each event.</param>
    public void Copy(int copies) => _copied += copies;

    /// <summary>Notes that copies of events were not wanted by their subscription.</summary>
    public void Filter(int copies) => _filtered += copies;

    /// <summary>Notes that copies of events were discarded.</summary>
    public void Discard(int copies) => _discarded += copies;

    /// <summary>Releases a message behind the deliveries so far.</summary>
    public void Release(object message)
    {
        (_infos ??= []).Add(new(_count, message));
        _sealed = _count;
    }

    /// <summary>Names an event that a selector failed on.</summary>
    public void Name(SetAside<TEvent> setAside) => (_setAside ??= []).Add(setAside);

    /// <summary>The step as its owner sees it.</summary>
    /// <param name="leftover">How many events at the end of the batch nobody took.</param>
    public Dispatch<TEvent> End(int leftover = 0)
    {
        if (_infos is { Count: > 0 })
        {
            _releasedInfos = [.. _infos];
        }

        if (_setAside is { Count: > 0 })
        {
            _setAsideEvents = [.. _setAside];
        }

        // Copies first: no origin may seem done in between.
        _origin?.Add(_copied);
        _origin?.Settle(_filtered + _discarded);

        return new()
        {
            Deliveries = _deliveries.AsSpan(0, _count),
            Infos = _releasedInfos,
            SetAside = _setAsideEvents,
            Leftover = leftover,
            Copied = _copied,
            Filtered = _filtered,
            Overflow = Overflow,
            Notice = Notice,
        };
    }

    /// <summary>Hands events on in a rented array, which goes with them.</summary>
    internal void DeliverRented(Subscription to, ArraySegment<TEvent> events) =>
        Add(new(to, to.Send(events.Count), events) { Origin = _origin });

    /// <summary>Hands the oldest events of a queue on to a subscription.</summary>
    internal void Deliver(Subscription to, ref EventQueue<TEvent> from, int count, Origin? origin) =>
        Add(new(to, to.Send(count), from.Take(count)) { Origin = origin });

    /// <summary>Hands events on that lie in an array which nobody writes to or gives back any more.</summary>
    internal void Deliver(Subscription to, ArraySegment<TEvent> events, Origin? origin, int attempt = 1) =>
        Add(new(to, to.Send(events.Count), events) { IsShared = true, Origin = origin, Attempt = attempt });

    /// <summary>
    /// Hands one event on to a subscription, together with those before it if they are of a kind with it and no
    /// message is to come in between.
    /// </summary>
    internal void Append(Subscription to, TEvent item, Origin? origin, int attempt)
    {
        var number = to.Send(1);
        var at = to.LastDelivery;
        if (at >= _sealed && at < _count && _deliveries[at].IsContinuedBy(to, number, origin, attempt))
        {
            ref var open = ref _deliveries[at];
            var count = open.Events.Count;
            var array = open.Events.Array!;
            if (count == array.Length)
            {
                array = EventArrays.Rent<TEvent>(2 * count);
                open.Events.CopyTo(array);
                EventArrays.Return(open.Events);
            }

            array[count] = item;
            open = open with { Events = new(array, 0, count + 1) };
            return;
        }

        var first = EventArrays.Rent<TEvent>(SmallestArray);
        first[0] = item;
        to.LastDelivery = _count;
        Add(new(to, number, new(first, 0, 1)) { Origin = origin, Attempt = attempt });
    }

    private void Add(Delivery<TEvent> delivery)
    {
        if (_count == _deliveries.Length)
        {
            Array.Resize(ref _deliveries, Math.Max(4, 2 * _count));
        }

        _deliveries[_count++] = delivery;
    }
}
