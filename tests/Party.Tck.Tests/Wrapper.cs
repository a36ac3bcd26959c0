using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Tck.Tests;

/// <summary>A dispatcher that is right, but for what it is told to do wrong with what comes back.</summary>
internal sealed class Wrapper : IDispatcher<int>
{
    private readonly IDispatcher<int> _inner = new DemandDispatcherOptions<int>().Build();

    /// <summary>What is done with what comes back.</summary>
    internal delegate Dispatch<int> Return(IDispatcher<int> inner, ReadOnlySpan<int> events);

    public Return Returns { get; init; } = static (inner, events) => inner.Redeliver(0, events, null);

    /// <summary>Whether nothing is handed on with what it was made of.</summary>
    public bool IsForgetful { get; init; }

    public Seating Seating { get; init; } = Seating.Shared;

    public PartitionNames Partitions => _inner.Partitions;

    public long Owed => _inner.Owed;

    public long Unasked => _inner.Unasked;

    public int Held => _inner.Held;

    public int HeldFor => _inner.HeldFor;

    public DiscardCounts Discarded => _inner.Discarded;

    public int ParkedIn(int partition) => _inner.ParkedIn(partition);

    public int PartitionOf(Subscription subscription) => _inner.PartitionOf(subscription);

    public Subscription? ReplacedBy(Subscription newcomer) => _inner.ReplacedBy(newcomer);

    public Admission Subscribe(Subscription subscription) => _inner.Subscribe(subscription);

    public Dispatch<int> Request(Subscription subscription, long demand) => _inner.Request(subscription, demand);

    public Dispatch<int> Cancel(Subscription subscription) => _inner.Cancel(subscription);

    public Dispatch<int> Dispatch(ReadOnlySpan<int> events, Origin? origin = null) =>
        _inner.Dispatch(events, IsForgetful ? null : origin);

    public Dispatch<int> Offer(ReadOnlySpan<int> events, Origin? origin = null) =>
        _inner.Offer(events, IsForgetful ? null : origin);

    public Dispatch<int> Redeliver(int seat, ReadOnlySpan<int> events, Origin? origin) => Returns(_inner, events);

    public Dispatch<int> Inform(object message) => _inner.Inform(message);

    public DemandIncrement Ask() => _inner.Ask();

    public DemandIncrement AskAgain() => _inner.AskAgain();
}
