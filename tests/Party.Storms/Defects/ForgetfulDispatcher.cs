using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Storms.Defects;

/// <summary>A dispatcher of Party's that keeps one of the rules of delivery no more.</summary>
internal sealed class ForgetfulDispatcher(IDispatcher<int> inner, DeliveryDefect defect) : IDispatcher<int>
{
    public PartitionNames Partitions => inner.Partitions;

    public Seating Seating => defect == DeliveryDefect.MixesSeats && inner.Seating == Seating.Copied
        ? Seating.Shared
        : inner.Seating;

    public long Owed => inner.Owed;

    public long Unasked => inner.Unasked;

    public int Held => inner.Held;

    public int HeldFor => inner.HeldFor;

    public DiscardCounts Discarded => inner.Discarded;

    public int ParkedIn(int partition) => inner.ParkedIn(partition);

    public int PartitionOf(Subscription subscription) => inner.PartitionOf(subscription);

    public Subscription? ReplacedBy(Subscription newcomer) => inner.ReplacedBy(newcomer);

    public Admission Subscribe(Subscription subscription) => inner.Subscribe(subscription);

    public Dispatch<int> Request(Subscription subscription, long demand) => inner.Request(subscription, demand);

    public Dispatch<int> Cancel(Subscription subscription) => inner.Cancel(subscription);

    public Dispatch<int> Dispatch(ReadOnlySpan<int> events, Origin? origin = null) =>
        inner.Dispatch(events, Known(origin));

    public Dispatch<int> Offer(ReadOnlySpan<int> events, Origin? origin = null) => inner.Offer(events, Known(origin));

    public Dispatch<int> Redeliver(int seat, ReadOnlySpan<int> events, Origin? origin) => defect switch
    {
        DeliveryDefect.Refuses => inner.Redeliver(seat, [], origin) with { Leftover = events.Length },
        DeliveryDefect.Drops => inner.Redeliver(seat, events[..^1], origin),
        DeliveryDefect.Reorders => inner.Redeliver(seat, events.ToArray().Reverse().ToArray(), origin),
        DeliveryDefect.SelectsAgain => inner.Offer(events, origin),
        _ => inner.Redeliver(seat, events, Known(origin)),
    };

    public Dispatch<int> Inform(object message) => inner.Inform(message);

    public DemandIncrement Ask() => inner.Ask();

    public DemandIncrement AskAgain() => inner.AskAgain();

    private Origin? Known(Origin? origin) => defect == DeliveryDefect.ForgetsOrigins ? null : origin;
}
