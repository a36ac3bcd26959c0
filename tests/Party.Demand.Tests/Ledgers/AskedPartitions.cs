using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Ledgers;

/// <summary>A partition dispatcher that counts how often the ledger above it asks about a partition.</summary>
internal sealed record AskedPartitions(PartitionDispatcherOptions<int> Options) : DispatcherOptions<int>
{
    public int Count { get; private set; }

    public override IDispatcher<int> Build() => new Asked(new(Options), this);

    private sealed class Asked(PartitionDispatcher<int> inner, AskedPartitions asked) : IDispatcher<int>
    {
        public PartitionNames Partitions => inner.Partitions;

        public Seating Seating => inner.Seating;

        public long Owed => inner.Owed;

        public long Unasked => inner.Unasked;

        public int Held => inner.Held;

        public int HeldFor => inner.HeldFor;

        public DiscardCounts Discarded => inner.Discarded;

        public int ParkedIn(int partition)
        {
            asked.Count++;
            return inner.ParkedIn(partition);
        }

        public int PartitionOf(Subscription subscription) => inner.PartitionOf(subscription);

        public Subscription? ReplacedBy(Subscription newcomer) => inner.ReplacedBy(newcomer);

        public Admission Subscribe(Subscription subscription) => inner.Subscribe(subscription);

        public Dispatch<int> Request(Subscription subscription, long demand) => inner.Request(subscription, demand);

        public Dispatch<int> Cancel(Subscription subscription) => inner.Cancel(subscription);

        public Dispatch<int> Dispatch(ReadOnlySpan<int> events, Origin? origin) => inner.Dispatch(events, origin);

        public Dispatch<int> Offer(ReadOnlySpan<int> events, Origin? origin) => inner.Offer(events, origin);

        public Dispatch<int> Redeliver(int seat, ReadOnlySpan<int> events, Origin? origin) =>
            inner.Redeliver(seat, events, origin);

        public Dispatch<int> Inform(object message) => inner.Inform(message);

        public DemandIncrement Ask() => inner.Ask();

        public DemandIncrement AskAgain() => inner.AskAgain();
    }
}
