using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Storms.Defects;

/// <summary>Passes everything on to a dispatcher of Party's; a defect is what it does not.</summary>
internal abstract class PassingDispatcher(IDispatcher<int> inner) : IDispatcher<int>
{
    public PartitionNames Partitions => inner.Partitions;

    public virtual Seating Seating => inner.Seating;

    public virtual long Owed => inner.Owed;

    public virtual long Unasked => inner.Unasked;

    public int Held => inner.Held;

    public int HeldFor => inner.HeldFor;

    public DiscardCounts Discarded => inner.Discarded;

    public int ParkedIn(int partition) => inner.ParkedIn(partition);

    public long PlacedIn(int partition) => inner.PlacedIn(partition);

    public virtual int HeldBackIn(int partition) => inner.HeldBackIn(partition);

    public virtual bool StandsBy(Subscription subscription) => inner.StandsBy(subscription);

    public virtual bool IsPaused(int partition) => inner.IsPaused(partition);

    public int PartitionOf(Subscription subscription) => inner.PartitionOf(subscription);

    public Subscription? ReplacedBy(Subscription newcomer) => inner.ReplacedBy(newcomer);

    public virtual Admission Subscribe(Subscription subscription) => inner.Subscribe(subscription);

    public virtual Dispatch<int> Request(Subscription subscription, long demand) =>
        inner.Request(subscription, demand);

    public virtual Dispatch<int> Cancel(Subscription subscription) => inner.Cancel(subscription);

    public virtual Dispatch<int> PausePartition(int partition) => inner.PausePartition(partition);

    public virtual Dispatch<int> ResumePartition(int partition) => inner.ResumePartition(partition);

    public virtual Dispatch<int> Dispatch(ReadOnlySpan<int> events, Origin? origin = null) =>
        inner.Dispatch(events, origin);

    public virtual Dispatch<int> Offer(ReadOnlySpan<int> events, Origin? origin = null) => inner.Offer(events, origin);

    public virtual Dispatch<int> Redeliver(int seat, ReadOnlySpan<int> events, Origin? origin) =>
        inner.Redeliver(seat, events, origin);

    public Dispatch<int> Inform(object message) => inner.Inform(message);

    public virtual DemandIncrement Ask() => inner.Ask();

    public DemandIncrement AskAgain() => inner.AskAgain();
}
