using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Delivering;

public sealed class RedeliveryTests
{
    private static readonly SubscriptionOptions AtLeastOnce =
        new() { Delivery = DeliveryMode.AtLeastOnce, MaxDemand = 10 };

    private readonly List<(long To, int Attempt, string Events)> _sent = [];
    private int _lastId;

    [Fact]
    public void What_was_not_confirmed_goes_to_the_next_owner_first_and_in_order()
    {
        var ledger = Open(OnePartition);
        var first = Subscribe(ledger);
        Request(ledger, first, 5);
        Receive(ledger, "abcdef");
        ledger.Confirm(first, 2);

        Leave(ledger, first);
        var second = Subscribe(ledger);
        Request(ledger, second, 2);
        Request(ledger, second, 2);

        Assert.Equal([(1, 1, "abcde"), (2, 2, "cd"), (2, 2, "e"), (2, 1, "f")], _sent);
        var books = ledger.Balance();
        Assert.Equal((3L, 0L, true), (books.Redelivered, books.Returned, books.IsClosed));
    }

    [Fact]
    public void What_comes_back_and_finds_nobody_waits_and_is_counted_apart()
    {
        var ledger = Open(new DemandDispatcherOptions<char>());
        var only = Subscribe(ledger);
        Request(ledger, only, 3);
        Receive(ledger, "abc");

        Leave(ledger, only);

        var books = ledger.Balance();
        Assert.Equal((3L, 0, 0L, true), (books.Returned, books.Held, books.Discarded.Length, books.IsClosed));
    }

    [Fact]
    public void A_shared_seat_hands_it_to_whoever_still_has_demand()
    {
        var ledger = Open(new DemandDispatcherOptions<char>());
        var (first, second) = (Subscribe(ledger), Subscribe(ledger));
        Request(ledger, first, 5);
        Request(ledger, second, 3);
        Receive(ledger, "abc");

        Leave(ledger, first);

        Assert.Equal([(1, 1, "abc"), (2, 2, "abc")], _sent);
    }

    [Fact]
    public void A_new_owner_waits_until_the_old_one_has_said_its_last_word()
    {
        var ledger = Open(OnePartition);
        var first = Subscribe(ledger);
        Request(ledger, first, 2);
        Receive(ledger, "abcd");
        ledger.Close(first);
        var second = Subscribe(ledger);

        Request(ledger, second, 4);
        Assert.Equal([(1, 1, "ab")], _sent);
        ledger.Cancel(first, handled: 2, failed: 0, DiscardCause.ConsumerGone);
        Serve(ledger);

        Assert.Equal([(1, 1, "ab"), (2, 1, "cd")], _sent);
    }

    [Fact]
    public void No_more_than_max_demand_is_ever_unconfirmed()
    {
        var ledger = Open(new DemandDispatcherOptions<char>());
        var only = Subscribe(ledger);
        Request(ledger, only, 8);
        Receive(ledger, "abcdefgh");

        Request(ledger, only, 8);
        Receive(ledger, "ijklmnop");
        Assert.Equal((10L, 6L), (only.InFlight, only.Deferred));
        ledger.Confirm(only, 4);
        Serve(ledger);

        Assert.Equal([(1, 1, "abcdefgh"), (1, 1, "ij"), (1, 1, "klmn")], _sent);
        Assert.Equal((10L, 2L), (only.InFlight, only.Deferred));
    }

    [Fact]
    public void A_rejected_event_is_handed_on_again_with_its_demand()
    {
        var ledger = Open(new DemandDispatcherOptions<char>());
        var only = Subscribe(ledger);
        Request(ledger, only, 3);
        Receive(ledger, "abc");

        Assert.True(ledger.TryReject(only, 2));
        Assert.False(ledger.TryReject(only, 2));
        Assert.False(ledger.TryReject(only, 9));
        Serve(ledger);
        ledger.Confirm(only, 4);

        Assert.Equal([(1, 1, "abc"), (1, 2, "b")], _sent);
        Assert.Equal((3L, 0L), (ledger.Balance().Handled, only.Outstanding));
        Assert.True(ledger.Balance().IsClosed);
    }

    [Fact]
    public void What_was_confirmed_ahead_does_not_come_back()
    {
        var ledger = Open(new DemandDispatcherOptions<char>());
        var first = Subscribe(ledger);
        Request(ledger, first, 5);
        Receive(ledger, "abcde");
        ledger.Confirm(first, 1, [new(3, 4), new(4, 4)]);

        Leave(ledger, first);
        var second = Subscribe(ledger);
        Request(ledger, second, 5);

        Assert.Equal([(1, 1, "abcde"), (2, 2, "b"), (2, 2, "e")], _sent);
        Assert.Equal(3, ledger.Balance().Handled);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(99, 0)]
    [InlineData(-1, 0)]
    [InlineData(2, 2)]
    public void A_confirmation_of_what_is_not_in_flight_changes_nothing(long upTo, long handled)
    {
        var ledger = Open(new DemandDispatcherOptions<char>());
        var only = Subscribe(ledger);
        Request(ledger, only, 3);
        Receive(ledger, "abc");

        ledger.Confirm(only, upTo);
        ledger.Confirm(only, upTo);
        ledger.Confirm(only, 0, [new(7, 9)]);

        Assert.Equal(handled, ledger.Balance().Handled);
    }

    [Fact]
    public void A_broadcast_returns_events_to_the_consumer_that_comes_back_only()
    {
        var ledger = Open(new BroadcastDispatcherOptions<char>());
        var (stays, restarts) = (Subscribe(ledger, holder: "stays"), Subscribe(ledger, holder: "restarts"));
        Request(ledger, stays, 3);
        Request(ledger, restarts, 3);
        Receive(ledger, "abc");
        ledger.Cancel(restarts, handled: 1, failed: 1, DiscardCause.ConsumerRestarted);

        var back = Subscribe(ledger, holder: "restarts");
        Request(ledger, stays, 3);
        Request(ledger, back, 4);
        Receive(ledger, "de");

        Assert.Equal([(1, 1, "abc"), (2, 1, "abc"), (3, 2, "bc"), (1, 1, "de"), (3, 1, "de")], _sent);
        Assert.True(ledger.Balance().IsClosed);
    }

    [Fact]
    public void What_a_broadcast_keeps_for_one_that_never_comes_back_is_discarded()
    {
        var ledger = Open(new BroadcastDispatcherOptions<char>());
        var restarts = Subscribe(ledger, holder: "restarts");
        Request(ledger, restarts, 3);
        Receive(ledger, "abc");
        ledger.Cancel(restarts, handled: 1, failed: 0, DiscardCause.ConsumerRestarted);

        ledger.GiveUpOn(0, "restarts");

        Assert.Equal(2, ledger.Balance().DiscardedFor(DiscardCause.ConsumerGone));
        Assert.True(ledger.Balance().IsClosed);
    }

    [Fact]
    public void What_a_broadcast_keeps_for_one_that_leaves_is_discarded()
    {
        var ledger = Open(new BroadcastDispatcherOptions<char>());
        var (stays, leaves) = (Subscribe(ledger, holder: "stays"), Subscribe(ledger, holder: "leaves"));
        Request(ledger, leaves, 3);
        Request(ledger, stays, 3);
        Receive(ledger, "abc");
        ledger.Close(leaves);
        ledger.TryReject(leaves, 2);

        ledger.Cancel(leaves, handled: 1, failed: 0, DiscardCause.ConsumerGone);

        var books = ledger.Balance();
        Assert.Equal((0L, 2L), (books.Returned, books.DiscardedFor(DiscardCause.ConsumerGone)));
        Assert.True(books.IsClosed);
    }

    [Fact]
    public void A_broadcast_keeps_it_for_a_subscription_that_took_the_place()
    {
        var ledger = Open(new BroadcastDispatcherOptions<char>());
        var old = Subscribe(ledger, holder: "same");
        Request(ledger, old, 3);
        Receive(ledger, "abc");
        ledger.Close(old);
        var next = Subscribe(ledger, holder: "same");
        ledger.TryReject(old, 2);

        ledger.Cancel(old, handled: 1, failed: 0, DiscardCause.ConsumerGone);
        Request(ledger, next, 1);

        Assert.Equal([(1, 1, "abc"), (2, 2, "b")], _sent);
        Assert.True(ledger.Balance().IsClosed);
    }

    [Fact]
    public void Events_that_come_back_twice_keep_their_order()
    {
        var ledger = Open(new DemandDispatcherOptions<char>());
        var (first, second) = (Subscribe(ledger), Subscribe(ledger));
        Request(ledger, first, 2);
        Receive(ledger, "ab");
        Request(ledger, second, 2);
        Receive(ledger, "cd");

        Leave(ledger, second);
        Leave(ledger, first);
        var third = Subscribe(ledger);
        Request(ledger, third, 9);

        Assert.Equal("abcd", string.Concat(_sent.Where(sent => sent.To == 3).Select(sent => sent.Events)));
    }

    private static PartitionDispatcherOptions<char> OnePartition => new()
    {
        Partitions = PartitionNames.Numbered(1),
        Selector = PartitionSelector.ByIndex<char>(_ => 0),
    };

    private static ProducerLedger<char> Open(DispatcherOptions<char> dispatcher) => new(dispatcher, new());

    private Held Subscribe(ProducerLedger<char> ledger, string? holder = null)
    {
        var subscription = new Held(new(++_lastId), AtLeastOnce, holder);
        Assert.True(ledger.Subscribe(subscription).IsGranted);
        return subscription;
    }

    private void Request(ProducerLedger<char> ledger, Subscription subscription, int count)
    {
        Note(ledger.Request(subscription, count));
        Serve(ledger);
        ledger.Ask();
    }

    private void Receive(ProducerLedger<char> ledger, string events)
    {
        Note(ledger.Receive(events));
        Serve(ledger);
    }

    private void Leave(ProducerLedger<char> ledger, Subscription subscription)
    {
        Note(ledger.Cancel(subscription, subscription.Handled, failed: 0, DiscardCause.ConsumerGone));
        Serve(ledger);
    }

    private void Serve(ProducerLedger<char> ledger)
    {
        while (ledger.TryServe(out var dispatch))
        {
            Note(dispatch);
        }
    }

    private void Note(Dispatch<char> dispatch)
    {
        foreach (var delivery in dispatch.Deliveries)
        {
            _sent.Add((delivery.To.Id.Value, delivery.Attempt, string.Concat(delivery.Events)));
        }
    }

    private sealed class Held(SubscriptionId id, SubscriptionOptions options, string? holder)
        : Subscription(id, options)
    {
        public override object Holder => holder ?? base.Holder;
    }
}
