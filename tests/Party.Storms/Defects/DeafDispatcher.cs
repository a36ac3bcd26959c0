using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Storms.Defects;

/// <summary>
/// GenStage's way with what waits: only demand that is asked upstream looks at it (D2). With the other switch, events
/// that nobody took when they came stay asked for, for ever (D1).
/// </summary>
internal sealed class DeafDispatcher(IDispatcher<int> inner, bool forgetsNothing) : IDispatcher<int>
{
    private long _stuck;

    public PartitionNames Partitions => inner.Partitions;

    public Seating Seating => inner.Seating;

    public long Owed => inner.Owed + _stuck;

    public long Unasked => Math.Max(0, inner.Unasked - _stuck);

    public int Held => inner.Held;

    public int HeldFor => inner.HeldFor;

    public DiscardCounts Discarded => inner.Discarded;

    public int ParkedIn(int partition) => inner.ParkedIn(partition);

    public int PartitionOf(Subscription subscription) => inner.PartitionOf(subscription);

    public Subscription? ReplacedBy(Subscription newcomer) => inner.ReplacedBy(newcomer);

    public Admission Subscribe(Subscription subscription) => inner.Subscribe(subscription);

    public Dispatch<int> Request(Subscription subscription, long demand) => inner.Request(subscription, demand);

    public Dispatch<int> Cancel(Subscription subscription) => inner.Cancel(subscription);

    public Dispatch<int> Dispatch(ReadOnlySpan<int> events, Origin? origin = null)
    {
        var owed = Math.Min(inner.Owed, events.Length);
        var dispatch = inner.Dispatch(events, origin);
        if (forgetsNothing)
        {
            _stuck += Math.Max(0, owed - (events.Length - dispatch.Leftover));
        }

        return dispatch;
    }

    public Dispatch<int> Offer(ReadOnlySpan<int> events, Origin? origin = null)
    {
        var heard = (int)Math.Min(events.Length, Unasked);
        var dispatch = inner.Offer(events[..heard], origin);
        return dispatch with { Leftover = dispatch.Leftover + events.Length - heard };
    }

    public Dispatch<int> Redeliver(int seat, ReadOnlySpan<int> events, Origin? origin) =>
        inner.Redeliver(seat, events, origin);

    public Dispatch<int> Inform(object message) => inner.Inform(message);

    public DemandIncrement Ask()
    {
        var total = (int)Unasked;
        if (total == 0)
        {
            return default;
        }

        inner.Ask();
        _stuck = 0;
        return new() { Total = total };
    }

    public DemandIncrement AskAgain() => inner.AskAgain();
}
