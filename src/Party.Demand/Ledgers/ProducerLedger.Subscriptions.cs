using System.Runtime.InteropServices;
using Party.Demand.Dispatching;
using Party.Demand.Subscriptions;

namespace Party.Demand.Ledgers;

/// <content>Who is subscribed, what they ask for, and how far they have come.</content>
public sealed partial class ProducerLedger<TEvent>
{
    // Those whose demand is still to be entered, and room to do so.
    private readonly List<Subscription> _folded = [];
    private readonly List<SubscriptionDemand> _unfolded = [];

    /// <summary>Whether demand of several subscriptions may be entered at once.</summary>
    public bool IsFolding => _dispatcher.IsFolding && _seats.Open > 1;

    /// <summary>A subscription of the same consumer that this one would take the place of, if there is one.</summary>
    public Subscription? ReplacedBy(Subscription newcomer) => _dispatcher.ReplacedBy(newcomer);

    /// <summary>Whether a subscription would come too late, since the producer is draining.</summary>
    public bool IsClosedTo(Subscription newcomer) =>
        _isDraining && !_seats.IsExpected(_dispatcher.PartitionOf(newcomer));

    /// <summary>One partition's demand.</summary>
    public long OutstandingOf(int partition) => _seats.OutstandingOf(partition);

    /// <summary>Admits a subscription, or says why not. A refused one changes nothing.</summary>
    public Admission Subscribe(Subscription subscription)
    {
        if (subscription.Options.Contradiction is { } contradiction)
        {
            return new(Refusal.OptionsRejected, contradiction);
        }

        if (IsClosedTo(subscription))
        {
            return new(
                Refusal.Draining,
                "Expected a producer that takes consumers, got one that is draining. Subscribe to another.");
        }

        var admission = _dispatcher.Subscribe(subscription);
        if (admission.IsGranted)
        {
            _seats.Take(subscription);
            _delivery.Admit(subscription);
            _barriers?.Enter(subscription);
        }

        return admission.Refusal == Refusal.PartitionUnknown && IsExpected(subscription.Options.Partition)
            ? new(
                Refusal.PartitionExpected,
                $"{admission.Reason} A change that waits for another adds it. Subscribe when that is reported.")
            : admission;
    }

    /// <summary>A consumer that was being restarted will not be back.</summary>
    /// <param name="partition">The seat that it had.</param>
    /// <param name="holder">The consumer. What only it was to get again is discarded.</param>
    public void GiveUpOn(int partition, object holder)
    {
        _seats.GiveUpOn(partition);
        Discarded.Add(DiscardCause.ConsumerGone, _delivery.GiveUpOn(partition, holder));
        _barriers?.Look(partition);
    }

    /// <summary>Ends a drain: no consumer is waited for any more, and those that come back are refused.</summary>
    public void CloseDoors()
    {
        _isClosed = true;
        _seats.GiveUp();
    }

    /// <summary>Adds to a subscription's demand.</summary>
    /// <param name="subscription">A current one.</param>
    /// <param name="count">The demand to add, at least 1.</param>
    /// <param name="total">
    /// All demand requested so far, this request included; 0 where the consumer does not say.
    /// </param>
    public Dispatch<TEvent> Request(Subscription subscription, int count, long total = 0)
    {
        var demand = subscription.NewDemand(count, total);
        if (demand == 0 || !subscription.IsOpen)
        {
            return default;
        }

        return _delivery.TryDefer(subscription, demand)
            ? default
            : Enter(_dispatcher.Request(subscription, demand));
    }

    /// <summary>
    /// Notes demand that is to count together with what others ask for until <see cref="TryUnfold"/>: one step for all
    /// of it costs less, and a delivery carries more.
    /// </summary>
    /// <param name="subscription">A current one.</param>
    /// <param name="count">As of <see cref="Request"/>.</param>
    /// <param name="total">As of <see cref="Request"/>.</param>
    public void Fold(Subscription subscription, int count, long total = 0)
    {
        var demand = subscription.NewDemand(count, total);
        if (demand == 0 || !subscription.IsOpen)
        {
            return;
        }

        if (subscription.Folded == 0)
        {
            _folded.Add(subscription);
        }

        subscription.Folded += demand;
    }

    /// <summary>Enters the demand that was folded.</summary>
    /// <returns>Whether there was any.</returns>
    public bool TryUnfold(out Dispatch<TEvent> dispatch)
    {
        dispatch = default;
        if (_folded.Count == 0)
        {
            return false;
        }

        foreach (var subscription in _folded)
        {
            var demand = subscription.Folded;
            subscription.Folded = 0;
            if (subscription.IsOpen && !_delivery.TryDefer(subscription, demand))
            {
                _unfolded.Add(new(subscription, demand));
            }
        }

        _folded.Clear();
        try
        {
            dispatch = Enter(_dispatcher.Request(CollectionsMarshal.AsSpan(_unfolded)));
        }
        finally
        {
            // A dispatcher that throws is not given the same demand with the next.
            _unfolded.Clear();
        }

        return true;
    }

    /// <summary>Enters that a consumer handled all events up to a number.</summary>
    /// <param name="subscription">A current one.</param>
    /// <param name="upTo">The number. An older one than the last, or one never sent, changes nothing.</param>
    /// <param name="ahead">Events beyond it that were handled before older ones.</param>
    public void Confirm(Subscription subscription, long upTo, IReadOnlyList<EventRange>? ahead = null)
    {
        _seats.Handle(subscription.Seat, _delivery.Confirm(subscription, upTo));
        foreach (var range in ahead ?? [])
        {
            _seats.Handle(subscription.Seat, _delivery.Confirm(subscription, range));
        }

        _barriers?.Look(subscription.Seat);
    }

    /// <summary>
    /// Takes an event back from the consumer that has it, with its demand; it is handed on again, first.
    /// </summary>
    /// <returns>False where the event is not in flight, or is not delivered at least once.</returns>
    public bool TryReject(Subscription subscription, long number)
    {
        if (!_delivery.TryReject(subscription, number))
        {
            return false;
        }

        _barriers?.Wait(subscription.Seat);
        return true;
    }

    /// <summary>
    /// Hands on nothing more to a subscription; what it was sent may still be handled, and what waits for it stays.
    /// </summary>
    public Dispatch<TEvent> Close(Subscription subscription)
    {
        if (!_seats.Close(subscription))
        {
            return default;
        }

        _delivery.Close(subscription);
        var dispatch = Enter(_dispatcher.Cancel(subscription));
        _delivery.WakeUp(subscription.Seat);
        return dispatch;
    }

    /// <summary>
    /// Ends a subscription. What it had been sent and did not handle is discarded, or comes back where it is delivered
    /// at least once; what waits for it stays.
    /// </summary>
    /// <param name="subscription">A current one.</param>
    /// <param name="handled">The number of the last event it handled.</param>
    /// <param name="failed">How many of those after it were in the batch that failed.</param>
    /// <param name="cause">
    /// What the rest counts as; after <see cref="DiscardCause.ConsumerRestarted"/> the consumer is expected back.
    /// </param>
    public Dispatch<TEvent> Cancel(Subscription subscription, long handled, int failed, DiscardCause cause)
    {
        Confirm(subscription, handled);
        var dispatch = Close(subscription);
        var mayComeBack = cause != DiscardCause.Abandoned
            && (_dispatcher.Seating != Seating.Copied || (cause == DiscardCause.ConsumerRestarted && !_isClosed));
        var lost = _delivery.Leave(subscription, mayComeBack, areOver: cause != DiscardCause.Abandoned);
        var inFailedBatch = Math.Clamp(failed, 0, lost);
        if (!mayComeBack && cause != DiscardCause.Abandoned
            && _delivery.IsForgotten(subscription.Seat, subscription.Holder))
        {
            // What it gave back before, nobody else may get.
            lost += _delivery.GiveUpOn(subscription.Seat, subscription.Holder);
        }

        Discarded.Add(DiscardCause.ConsumerFailed, inFailedBatch);
        Discarded.Add(cause, lost - inFailedBatch);
        if (cause == DiscardCause.ConsumerRestarted && !_isClosed)
        {
            _seats.Expect(subscription.Seat);
        }

        _seats.Leave(subscription);
        Left(subscription);
        return dispatch;
    }
}
