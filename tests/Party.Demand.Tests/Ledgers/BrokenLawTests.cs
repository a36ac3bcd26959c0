using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Ledgers;

public sealed class BrokenLawTests
{
    private readonly Subscription _consumer = new(new(1), new() { MaxDemand = 10 });

    [Fact]
    public void All_laws_hold_of_a_good_dispatcher()
    {
        var ledger = Used(Fault.None);

        Assert.Null(ledger.CheckAll());
    }

    [Theory]
    [InlineData(Fault.Loses, "received + copied = handled", "1 missing")]
    [InlineData(Fault.Doubles, "received + copied = handled", "-1 missing")]
    [InlineData(Fault.ParksInVain, "no partition to have both demand and parked events", "1 parked, 0 of them held back, and 6 outstanding")]
    [InlineData(Fault.ForgetsToOwe, "asked = received of it + owed", "10 asked, 0 received of it, 0 owed")]
    public void A_law_that_is_broken_is_told_with_its_numbers(Fault fault, string law, string numbers)
    {
        var ledger = Used(fault);

        var broken = ledger.CheckAll();

        Assert.Contains(law, broken?.Law, StringComparison.Ordinal);
        Assert.Contains(numbers, broken?.Numbers, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_law_is_found_within_64_steps()
    {
        var ledger = Used(Fault.Loses);

        Assert.Contains(Enumerable.Range(0, 64), _ => ledger.Check() is not null);
    }

    [Fact]
    public void More_unconfirmed_than_max_demand_is_told()
    {
        var ledger = new ProducerLedger<int>(new FaultyOptions(Fault.GrantsTooMuch), new());
        var kept = new Subscription(new(1), new() { MaxDemand = 10, Delivery = DeliveryMode.AtLeastOnce });
        ledger.Subscribe(kept);
        ledger.Request(kept, 10);

        var broken = ledger.CheckAll();

        Assert.Equal("0 in flight and 11 outstanding, of 10", broken?.Numbers);
    }

    private ProducerLedger<int> Used(Fault fault)
    {
        var ledger = new ProducerLedger<int>(new FaultyOptions(fault), new());
        ledger.Subscribe(_consumer);
        ledger.Request(_consumer, 10);
        ledger.Ask();
        ledger.Receive([1, 2, 3, 4]);
        return ledger;
    }

    public enum Fault
    {
        None,
        Loses,
        Doubles,
        ParksInVain,
        ForgetsToOwe,
        GrantsTooMuch,
    }

    private sealed record FaultyOptions(Fault Fault) : DispatcherOptions<int>
    {
        public override IDispatcher<int> Build() => new Faulty(new DemandDispatcherOptions<int>().Build(), Fault);
    }

    /// <summary>A good dispatcher, with one fault put in.</summary>
    private sealed class Faulty(IDispatcher<int> good, Fault fault) : IDispatcher<int>
    {
        public PartitionNames Partitions => good.Partitions;

        public Seating Seating => good.Seating;

        public long Owed => fault == Fault.ForgetsToOwe ? 0 : good.Owed;

        public long Unasked => good.Unasked;

        public int Held => good.Held;

        public int HeldFor => good.HeldFor;

        public DiscardCounts Discarded => good.Discarded;

        public int ParkedIn(int partition) => fault == Fault.ParksInVain ? 1 : good.ParkedIn(partition);

        public int PartitionOf(Subscription subscription) => good.PartitionOf(subscription);

        public Subscription? ReplacedBy(Subscription newcomer) => good.ReplacedBy(newcomer);

        public Admission Subscribe(Subscription subscription) => good.Subscribe(subscription);

        public Dispatch<int> Request(Subscription subscription, long demand)
        {
            if (fault == Fault.GrantsTooMuch)
            {
                subscription.Grant(1);
            }

            return good.Request(subscription, demand);
        }

        public Dispatch<int> Cancel(Subscription subscription) => good.Cancel(subscription);

        public Dispatch<int> Dispatch(ReadOnlySpan<int> events, Origin? origin = null)
        {
            switch (fault)
            {
                case Fault.Loses:
                    return good.Dispatch(events[1..], origin);
                case Fault.Doubles:
                    good.Dispatch(events[..1], origin);
                    return good.Dispatch(events, origin);
                default:
                    return good.Dispatch(events, origin);
            }
        }

        public Dispatch<int> Offer(ReadOnlySpan<int> events, Origin? origin = null) => good.Offer(events, origin);

        public Dispatch<int> Redeliver(int seat, ReadOnlySpan<int> events, Origin? origin) =>
            good.Redeliver(seat, events, origin);

        public Dispatch<int> Inform(object message) => good.Inform(message);

        public DemandIncrement Ask() => good.Ask();

        public DemandIncrement AskAgain() => good.AskAgain();
    }
}
