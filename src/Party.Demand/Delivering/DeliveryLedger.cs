using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Partitions.Shelves;
using Party.Demand.Subscriptions;

namespace Party.Demand.Delivering;

/// <summary>
/// The books of at-least-once delivery: what is unconfirmed, what came back, and which demand has to wait.
/// </summary>
/// <remarks>
/// <para>
/// At most max-demand events of a subscription are unconfirmed or outstanding; demand beyond that is deferred. So is
/// that of a new owner while the old one of its seat may still be handling, and that of anyone who is to get events
/// that came back: those are served first, in their old order, before the dispatcher sees the rest of the demand.
/// </para>
/// <para>
/// Laws: sent = handled + in flight + rejected, for every subscription; events come back only to where they were; where
/// a seat has returned events, no demand for it is in the dispatcher.
/// </para>
/// </remarks>
internal sealed partial class DeliveryLedger<TEvent>(IDispatcher<TEvent> dispatcher)
{
    private readonly Dictionary<Subscription, Retention<TEvent>> _retentions = [];
    private readonly Dictionary<(int Seat, object? Holder), ReturnedEvents<TEvent>> _returned = [];
    private readonly Queue<Subscription> _ready = [];

    // Those whose demand has to wait, by seat.
    private readonly Dictionary<int, HashSet<Subscription>> _deferring = [];

    // Where events came back to, until they have met the demand that was there before; what comes later is deferred.
    private readonly Queue<(int Seat, object? Holder)> _news = [];

    // Subscriptions that are closed and whose consumers have not said their last word, by seat.
    private readonly Dictionary<int, int> _leaving = [];
    private readonly DispatchBuilder<TEvent> _step = new();

    // Where a partition is shared by key, what comes back waits in the dispatcher.
    private readonly PartitionDispatcher<TEvent>? _byKey = dispatcher as PartitionDispatcher<TEvent>;
    private readonly KeyedSeats<TEvent>? _keyed = (dispatcher as PartitionDispatcher<TEvent>)?.Keyed;
    private int _ownReturned;
    private long _unconfirmed;
    private long _age;

    /// <summary>Whether there is anything to keep in mind; while there is not, nothing here costs anything.</summary>
    public bool IsActive { get; private set; } = dispatcher.Seating == Seating.Keyed;

    /// <summary>Events that came back and wait.</summary>
    public int Returned => _ownReturned + (_keyed?.Returned ?? 0);

    /// <summary>Events that were handed on again.</summary>
    public long Redelivered { get; private set; }

    /// <summary>Whether a subscription has unconfirmed events.</summary>
    public bool IsAnyUnconfirmed => _unconfirmed > 0;

    /// <summary>Whether nothing waits that came back, and nothing may still come back.</summary>
    public bool IsSettled => Returned == 0 && !IsAnyUnconfirmed;

    /// <summary>How many events came back and wait, and to which seat; a seat may come several times.</summary>
    public IEnumerable<(int Seat, int Count)> ReturnedBySeat =>
        _returned.Select(static entry => (entry.Key.Seat, entry.Value.Count)).Concat(_keyed?.ReturnedBySeat ?? []);

    /// <summary>Whether events wait for one consumer alone, and it has no open subscription to get them by.</summary>
    public bool IsForgotten(int seat, object holder) => _returned.ContainsKey((seat, holder))
        && !_retentions.Keys.Any(one => one.IsOpen && one.Holder.Equals(holder));

    /// <summary>Begins to keep what a subscription is sent, if it wants that.</summary>
    public void Admit(Subscription subscription)
    {
        if (subscription.Options.Delivery == DeliveryMode.AtLeastOnce)
        {
            IsActive = true;
            _retentions.Add(subscription, new(subscription));
        }

        // The demand of one that stands by is deferred.
        IsActive |= dispatcher.StandsBy(subscription);
    }

    /// <summary>From now on, what events were made of is watched.</summary>
    public void Watch() => IsActive = true;

    /// <summary>Whether a subscription's events are kept until it confirms them.</summary>
    public bool IsRetained(Subscription subscription) => _retentions.ContainsKey(subscription);

    /// <summary>Keeps what is being handed on; where nothing is confirmed, that is its end.</summary>
    public void Keep(scoped in Dispatch<TEvent> dispatch)
    {
        foreach (ref readonly var delivery in dispatch.Deliveries)
        {
            Keep(delivery, _age);
            _age += delivery.Events.Count;
        }
    }

    /// <summary>Lets demand wait that may not enter yet, or not all of it; see <see cref="TryServe"/>.</summary>
    /// <returns>False where it may enter at once.</returns>
    public bool TryDefer(Subscription subscription, long demand)
    {
        if (!Defers(subscription, demand))
        {
            return false;
        }

        Defer(subscription, demand);
        return true;
    }

    /// <summary>Enters a cumulative confirmation.</summary>
    /// <returns>How many events it confirmed for the first time.</returns>
    public long Confirm(Subscription subscription, long upTo)
    {
        var isKept = _retentions.TryGetValue(subscription, out var retention);
        MayEnter(subscription);
        var before = subscription.InFlight;
        var news = retention?.Confirm(upTo) ?? subscription.Confirm(upTo);
        _unconfirmed -= isKept ? before - subscription.InFlight : 0;
        _keyed?.End(subscription, subscription.Handled);
        return news;
    }

    /// <summary>Enters that events were handled ahead of older ones.</summary>
    /// <returns>How many of them this confirmed for the first time.</returns>
    public long Confirm(Subscription subscription, EventRange ahead)
    {
        MayEnter(subscription);
        if (!_retentions.TryGetValue(subscription, out var retention))
        {
            return 0;
        }

        var news = retention.Confirm(ahead);
        _unconfirmed -= news;
        _keyed?.End(subscription, ahead);
        return news;
    }

    /// <summary>Lets an event come back from the consumer that has it; its demand comes back with it.</summary>
    /// <returns>False where the event is not in flight.</returns>
    public bool TryReject(Subscription subscription, long number)
    {
        if (!_retentions.TryGetValue(subscription, out var retention)
            || !retention.TryReject(number, out var rejected))
        {
            return false;
        }

        _unconfirmed--;
        Return(subscription, [(number, rejected)]);
        if (subscription.IsOpen)
        {
            Defer(subscription, 1);
        }

        return true;
    }

    /// <summary>Nothing more is handed on to a subscription, but its consumer may still be handling.</summary>
    public void Close(Subscription subscription)
    {
        subscription.Deferred = 0;
        DeferNoMore(subscription);
        if (dispatcher.Seating == Seating.Exclusive && IsRetained(subscription))
        {
            _leaving[subscription.Seat] = _leaving.GetValueOrDefault(subscription.Seat) + 1;
        }
    }

    /// <summary>Ends a subscription: what it did not confirm comes back, or is over.</summary>
    /// <param name="subscription">One that is closed.</param>
    /// <param name="mayComeBack">False where nobody will want the events any more.</param>
    /// <param name="areOver">Whether they have come to their end then; false where they are only given up.</param>
    /// <returns>How many events will not come back.</returns>
    public long Leave(Subscription subscription, bool mayComeBack, bool areOver)
    {
        if (!_retentions.Remove(subscription, out var retention))
        {
            _keyed?.Leave(subscription);
            return subscription.InFlight;
        }

        _unconfirmed -= subscription.InFlight;
        if (dispatcher.Seating == Seating.Exclusive && --_leaving[subscription.Seat] == 0)
        {
            _leaving.Remove(subscription.Seat);
            WakeUp(subscription.Seat);
        }

        if (mayComeBack)
        {
            Return(subscription, retention.Unconfirmed());
            _keyed?.Leave(subscription);
            return 0;
        }

        _keyed?.Leave(subscription);

        if (areOver)
        {
            foreach (var (_, run) in retention.Unconfirmed())
            {
                run.Origin?.Settle(run.Count);
            }
        }

        return subscription.InFlight;
    }

    /// <summary>A consumer will not be back for what only it may get.</summary>
    /// <returns>How many events that was the end of.</returns>
    public int GiveUpOn(int seat, object holder)
    {
        if (!_returned.Remove((seat, holder), out var returned))
        {
            return 0;
        }

        var count = returned.Count;
        _ownReturned -= count;
        while (returned.Count > 0)
        {
            var run = returned.Take(returned.First.Count);
            run.Origin?.Settle(run.Count);
        }

        return count;
    }

    /// <summary>Serves what came back to whoever has demand for it, and lets demand enter that had to wait.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public bool TryServe(out Dispatch<TEvent> dispatch)
    {
        while (_ready.TryDequeue(out var subscription))
        {
            var count = Enterable(subscription, subscription.Deferred);
            if (count > 0)
            {
                dispatch = Enter(subscription, count);
                MayEnter(subscription);
                return true;
            }
        }

        if (_keyed is { IsStirred: true } && _byKey is not null)
        {
            dispatch = _byKey.ServeKeys();
            Keep(dispatch);
            return true;
        }

        dispatch = default;
        return _news.Count > 0 && TryRedeliver(out dispatch);
    }

    /// <summary>Demand at a seat that had to wait may enter now, if nothing else is in its way.</summary>
    public void WakeUp(int seat)
    {
        if (!_deferring.TryGetValue(seat, out var waiting))
        {
            return;
        }

        foreach (var subscription in waiting)
        {
            _ready.Enqueue(subscription);
        }
    }

    private bool Defers(Subscription subscription, long demand) => IsActive
        && (subscription.Deferred > 0
            || Enterable(subscription, demand) < demand
            || ReturnedFor(subscription) is not null);

    private void Defer(Subscription subscription, long demand)
    {
        subscription.Deferred += demand;
        if (!_deferring.TryGetValue(subscription.Seat, out var waiting))
        {
            _deferring[subscription.Seat] = waiting = [];
        }

        waiting.Add(subscription);
        _ready.Enqueue(subscription);
    }

    private Dispatch<TEvent> Enter(Subscription subscription, long count)
    {
        if (ReturnedFor(subscription) is { } returned)
        {
            var run = Take(KeyOf(subscription), returned, (int)Math.Min(count, returned.First.Count));
            Spend(subscription, run.Count);
            subscription.Grant(run.Count);
            _step.Begin();
            _step.Deliver(subscription, run.Events, run.Origin);
            return KeepAgain(_step.End(), run);
        }

        Spend(subscription, count);
        var dispatch = dispatcher.Request(subscription, count);
        Keep(dispatch);
        return dispatch;
    }

    private void Keep(in Delivery<TEvent> delivery, long age)
    {
        Redelivered += delivery.Attempt > 1 ? delivery.Events.Count : 0;
        if (_retentions.TryGetValue(delivery.To, out var retention))
        {
            _unconfirmed += delivery.Events.Count;
            retention.Keep(delivery.First, new(age, delivery.Events, delivery.Origin, delivery.Attempt));
        }
        else
        {
            delivery.Origin?.Settle(delivery.Events.Count);
        }
    }

    private long Enterable(Subscription subscription, long demand)
    {
        if (!subscription.IsOpen || _leaving.ContainsKey(subscription.Seat) || dispatcher.StandsBy(subscription)
            || (dispatcher.IsPaused(subscription.Seat) && ReturnedFor(subscription) is not null))
        {
            return 0;
        }

        return IsRetained(subscription)
            ? Math.Min(demand, subscription.Options.MaxDemand - subscription.Outstanding - subscription.InFlight)
            : demand;
    }

    private void Spend(Subscription subscription, long count)
    {
        subscription.Deferred -= count;
        if (subscription.Deferred == 0)
        {
            DeferNoMore(subscription);
        }
    }

    private void DeferNoMore(Subscription subscription)
    {
        if (_deferring.TryGetValue(subscription.Seat, out var waiting)
            && waiting.Remove(subscription) && waiting.Count == 0)
        {
            _deferring.Remove(subscription.Seat);
        }
    }

    private void MayEnter(Subscription subscription)
    {
        if (subscription.Deferred > 0)
        {
            _ready.Enqueue(subscription);
        }
    }

    private ReturnedEvents<TEvent>? ReturnedFor(Subscription subscription) =>
        Returned > 0 ? _returned.GetValueOrDefault(KeyOf(subscription)) : null;

    private (int Seat, object? Holder) KeyOf(Subscription subscription) =>
        (subscription.Seat, dispatcher.Seating == Seating.Copied ? subscription.Holder : null);
}
