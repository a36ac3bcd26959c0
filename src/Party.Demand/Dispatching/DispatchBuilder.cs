using System.Runtime.InteropServices;
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
    private Origin? _origin;
    private int _sealed;
    private int _discarded;

    /// <summary>Where the arrays come from, and go back to, in which the events travel.</summary>
    public EventArrays<TEvent> Arrays { get; } = new();

    /// <summary>Why the stage is to fail, since an event has no place left; null where it is not.</summary>
    public string? Overflow { get; set; }

    /// <summary>A sentence for the log, said as a warning; null where there is nothing to say.</summary>
    public string? Notice { get; set; }

    internal ReadOnlySpan<ReleasedInfo> Infos => CollectionsMarshal.AsSpan(_infos);

    internal ReadOnlySpan<SetAside<TEvent>> SetAside => CollectionsMarshal.AsSpan(_setAside);

    internal int Copied { get; private set; }

    internal int Filtered { get; private set; }

    /// <summary>Forgets the step before.</summary>
    /// <param name="origin">What the events of this step were made of.</param>
    public void Begin(Origin? origin = null)
    {
        // The arrays belong to whoever took the deliveries; nothing here may keep them alive.
        _deliveries.AsSpan(0, _count).Clear();
        _infos?.Clear();
        _setAside?.Clear();
        _count = _sealed = Copied = Filtered = _discarded = 0;
        _origin = origin;
        Overflow = Notice = null;
    }

    /// <summary>Hands events on to a subscription, in an array of their own.</summary>
    /// <param name="to">Its outstanding demand covers the events.</param>
    /// <param name="events">The events, copied here.</param>
    public void Deliver(Subscription to, ReadOnlySpan<TEvent> events)
    {
        var array = Arrays.Rent(events.Length);
        events.CopyTo(array);
        DeliverRented(to, new(array, 0, events.Length), _origin);
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
        new(to, to.Send(share.Events.Count), share.Events) { Owner = share, Origin = _origin });

    /// <summary>Notes that events went to more than one subscription.</summary>
    /// <param name="copies">How many were handed on or filtered beyond the first of each event.</param>
    public void Copy(int copies) => Copied += copies;

    /// <summary>Notes that copies of events were not wanted by their subscription.</summary>
    public void Filter(int copies) => Filtered += copies;

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
        // Copies first: no origin may seem done in between.
        _origin?.Add(Copied);
        _origin?.Settle(Filtered + _discarded);
        return new() { Step = this, Deliveries = _deliveries.AsSpan(0, _count), Leftover = leftover };
    }

    /// <summary>Hands events on in a rented array, which goes with them.</summary>
    internal void DeliverRented(Subscription to, ArraySegment<TEvent> events) => DeliverRented(to, events, _origin);

    /// <summary>Hands the oldest events of a queue on to a subscription.</summary>
    internal void Deliver(Subscription to, ref EventQueue<TEvent> from, int count, Origin? origin) =>
        DeliverRented(to, from.Take(count, Arrays), origin);

    /// <summary>Hands events on that lie in an array which nobody writes to or gives back any more.</summary>
    internal void Deliver(Subscription to, ArraySegment<TEvent> events, Origin? origin, int attempt = 1) =>
        Add(new(to, to.Send(events.Count), events) { Origin = origin, Attempt = attempt });

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
                array = Arrays.Rent(2 * count);
                open.Events.CopyTo(array);
                Arrays.GiveBack(open.Events);
            }

            array[count] = item;
            open = open with { Events = new(array, 0, count + 1) };
            return;
        }

        var first = Arrays.Rent(SmallestArray);
        first[0] = item;
        to.LastDelivery = _count;
        Add(new(to, number, new(first, 0, 1)) { Owner = Arrays, Origin = origin, Attempt = attempt });
    }

    private void DeliverRented(Subscription to, ArraySegment<TEvent> events, Origin? origin) =>
        Add(new(to, to.Send(events.Count), events) { Owner = Arrays, Origin = origin });

    private void Add(Delivery<TEvent> delivery)
    {
        if (_count == _deliveries.Length)
        {
            Array.Resize(ref _deliveries, Math.Max(4, 2 * _count));
        }

        _deliveries[_count++] = delivery;
    }
}
