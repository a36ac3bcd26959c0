using System.Diagnostics;
using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Sharing;

/// <summary>
/// A dispatcher that hands events on at once or not at all: it counts, and leaves it open who gets what.
/// </summary>
/// <remarks>
/// <para>
/// Derive from it for a dispatcher of your own: say how many events could be handed on now
/// (<see cref="Available"/>), keep your own order of consumers (<see cref="Entered"/>, <see cref="Granted"/>,
/// <see cref="Left"/>), and share out (<see cref="Share"/>). What nobody takes waits in the stage.
/// </para>
/// <para>
/// Law: what is asked upstream is available − owed, so that demand of a consumer that has left is not asked for twice.
/// Source: GenStage 1.3.2, whose <c>pending</c> is owed − available.
/// </para>
/// </remarks>
[DebuggerDisplay("Subscriptions = {Subscriptions.Count}, Available = {Available}, Owed = {Owed}")]
public abstract class SharingDispatcher<TEvent> : IDispatcher<TEvent>
{
    private readonly Subscribers _subscriptions = new();
    private readonly DispatchBuilder<TEvent> _step = new();

    /// <summary>A dispatcher without consumers.</summary>
    protected SharingDispatcher()
    {
    }

    /// <inheritdoc/>
    public PartitionNames Partitions { get; } = PartitionNames.Numbered(1);

    /// <inheritdoc/>
    public virtual Seating Seating => Seating.Shared;

    /// <inheritdoc/>
    public long Owed { get; private set; }

    /// <inheritdoc/>
    public long Unasked => Math.Max(0, Available - Owed);

    /// <inheritdoc/>
    public int Held => 0;

    /// <inheritdoc/>
    public int HeldFor => -1;

    /// <inheritdoc/>
    public DiscardCounts Discarded { get; } = new();

    /// <summary>How many events could be handed on now.</summary>
    protected abstract long Available { get; }

    /// <summary>The subscriptions, in the order they came.</summary>
    protected IReadOnlyList<Subscription> Subscriptions => _subscriptions;

    /// <summary>The same, for who goes through all of them for every batch; good until one comes or leaves.</summary>
    private protected ReadOnlySpan<Subscription> All => _subscriptions.All;

    /// <inheritdoc/>
    public int ParkedIn(int partition) => 0;

    /// <inheritdoc/>
    public int PartitionOf(Subscription subscription) => 0;

    /// <inheritdoc/>
    public virtual Subscription? ReplacedBy(Subscription newcomer) => null;

    /// <inheritdoc/>
    public Admission Subscribe(Subscription subscription)
    {
        var admission = Admit(subscription);
        if (admission.IsGranted)
        {
            subscription.Seat = 0;
            _subscriptions.Add(subscription);
            Entered(subscription);
        }

        return admission;
    }

    /// <inheritdoc/>
    public bool IsFolding => true;

    /// <inheritdoc/>
    public Dispatch<TEvent> Request(Subscription subscription, long demand)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(demand);
        return Request([new(subscription, demand)]);
    }

    /// <inheritdoc/>
    public Dispatch<TEvent> Request(scoped ReadOnlySpan<SubscriptionDemand> demands)
    {
        _step.Begin();
        foreach (var (subscription, demand) in demands)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(demand, nameof(demands));
            subscription.Grant(demand);
            Granted(subscription, demand, _step);
        }

        return _step.End();
    }

    /// <inheritdoc/>
    public Dispatch<TEvent> Cancel(Subscription subscription)
    {
        _step.Begin();
        if (_subscriptions.Remove(subscription))
        {
            Left(subscription);
        }

        return _step.End();
    }

    /// <inheritdoc/>
    public Dispatch<TEvent> Dispatch(ReadOnlySpan<TEvent> events, Origin? origin = null)
    {
        var dispatch = Offer(events, origin);
        Owed -= Math.Min(events.Length, Owed);
        return dispatch;
    }

    /// <inheritdoc/>
    public Dispatch<TEvent> Offer(ReadOnlySpan<TEvent> events, Origin? origin = null)
    {
        _step.Begin(origin);
        var taken = (int)Math.Min(events.Length, Available);
        if (taken > 0)
        {
            Share(events[..taken], _step);
        }

        return _step.End(leftover: events.Length - taken);
    }

    /// <inheritdoc/>
    public Dispatch<TEvent> Redeliver(int seat, ReadOnlySpan<TEvent> events, Origin? origin) => Offer(events, origin);

    /// <inheritdoc/>
    public Dispatch<TEvent> Inform(object message)
    {
        _step.Begin();
        _step.Release(message);
        return _step.End();
    }

    /// <inheritdoc/>
    public DemandIncrement Ask()
    {
        var total = (int)Math.Min(Unasked, int.MaxValue);
        Owed += total;
        return new() { Total = total };
    }

    /// <inheritdoc/>
    public DemandIncrement AskAgain() => new() { Total = (int)Math.Min(Owed, int.MaxValue) };

    /// <summary>Admits a subscription, or says why not. It changes nothing.</summary>
    protected virtual Admission Admit(Subscription subscription) => Admission.Granted;

    /// <summary>A subscription was admitted; it has no demand yet.</summary>
    protected abstract void Entered(Subscription subscription);

    /// <summary>A subscription's outstanding demand has grown.</summary>
    protected abstract void Granted(Subscription subscription, long demand, DispatchBuilder<TEvent> dispatch);

    /// <summary>A subscription has ended.</summary>
    protected abstract void Left(Subscription subscription);

    /// <summary>Hands events on, every one of them.</summary>
    /// <param name="events">At least one, at most <see cref="Available"/>, in order.</param>
    /// <param name="dispatch">Takes who gets what.</param>
    protected abstract void Share(ReadOnlySpan<TEvent> events, DispatchBuilder<TEvent> dispatch);
}
