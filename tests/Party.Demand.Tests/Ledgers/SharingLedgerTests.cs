using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Ledgers;

/// <summary>A producer's books with dispatchers in which nothing waits.</summary>
public sealed class SharingLedgerTests
{
    public static TheoryData<DispatcherOptions<int>> Dispatchers =>
        [new DemandDispatcherOptions<int>(), new BroadcastDispatcherOptions<int>()];

    [Theory]
    [MemberData(nameof(Dispatchers))]
    public void What_was_asked_for_is_held_when_its_consumer_leaves_and_comes_first(DispatcherOptions<int> dispatcher)
    {
        var ledger = new ProducerLedger<int>(dispatcher, new() { Size = 1 });
        var (first, second) = (Subscribe(ledger, 1), new Subscription(new(2), new()));
        ledger.Request(first, 5);
        Assert.Equal(5, ledger.Ask().Total);
        ledger.Cancel(first, handled: 0, failed: 0, DiscardCause.ConsumerGone);
        ledger.Receive([0, 1, 2]);
        Assert.Equal((3, 0), (ledger.Balance().Held, ledger.Balance().Buffered));
        ledger.Receive([3, 4, 5, 6]);
        Assert.Equal((5, 1), (ledger.Balance().Held, ledger.Balance().Buffered));

        ledger.Subscribe(second);
        ledger.Request(second, 4);
        Assert.Equal([0, 1, 2, 3], Serve(ledger));
        ledger.Request(second, 9);

        Assert.Equal([4, 6], Serve(ledger));
        Assert.Equal((7, true), (ledger.Ask().Total, ledger.Balance().IsClosed));
        Assert.Equal(1, ledger.Balance().DiscardedFor(DiscardCause.BufferFull));
    }

    [Theory]
    [MemberData(nameof(Dispatchers))]
    public void A_message_waits_behind_what_is_held_and_what_is_buffered(DispatcherOptions<int> dispatcher)
    {
        var ledger = new ProducerLedger<int>(dispatcher, new());
        ledger.Receive([1, 2]);
        Assert.Equal(0, ledger.Inform("behind two").Infos.Length);
        ledger.Receive([3]);
        var consumer = Subscribe(ledger, 1);
        ledger.Request(consumer, 5);

        Assert.True(ledger.TryServe(out var events));
        Assert.Equal([1, 2], events.Deliveries[0].Events);
        Assert.True(ledger.TryServe(out var info));
        Assert.Equal("behind two", info.Infos[0].Message);
        Assert.Equal([3], Serve(ledger));
    }

    [Fact]
    public void Accumulated_events_come_out_before_accumulated_demand()
    {
        var ledger = Accumulating();
        ledger.Request(Subscribe(ledger, 1), 3);
        Assert.Equal(0, ledger.Ask().Total);
        ledger.Receive([1]);
        Assert.Equal((1, true), (ledger.Balance().Buffered, ledger.Balance().IsClosed));

        ledger.Mode = DemandMode.Forward;
        var postponed = ledger.TakePostponed();

        Assert.Equal([0, 3], postponed.Select(one => one.Demand.Total));
        Assert.Equal([1], ledger.Resume(postponed[0]).Deliveries[0].Events);
    }

    [Fact]
    public void A_producer_that_forgot_is_asked_once_for_what_it_accumulated()
    {
        var ledger = Accumulating();
        ledger.Request(Subscribe(ledger, 1), 3);
        ledger.Ask();

        Assert.Equal(0, ledger.AskAgain().Total);

        Assert.Equal([3], ledger.TakePostponed().Select(one => one.Demand.Total));
    }

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Books_close_when_events_go_to_one_consumer(int seed) =>
        new SharingWalk(seed, new DemandDispatcherOptions<int> { ShuffleSeed = seed }).Take(200);

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Books_close_when_events_go_to_all_who_want_them(int seed) =>
        new SharingWalk(seed, new BroadcastDispatcherOptions<int> { Selectors = SharingWalk.Selectors }).Take(200);

    private static ProducerLedger<int> Accumulating() =>
        new(new DemandDispatcherOptions<int>(), new()) { Mode = DemandMode.Accumulate };

    private static Subscription Subscribe(ProducerLedger<int> ledger, long id)
    {
        var subscription = new Subscription(new(id), new());
        Assert.True(ledger.Subscribe(subscription).IsGranted);
        return subscription;
    }

    private static List<int> Serve(ProducerLedger<int> ledger)
    {
        var served = new List<int>();
        while (ledger.TryServe(out var dispatch))
        {
            foreach (var delivery in dispatch.Deliveries)
            {
                served.AddRange(delivery.Events);
            }
        }

        return served;
    }
}
