using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Ledgers;

public sealed class ProducerLedgerTests
{
    private readonly ProducerLedger<int> _ledger;
    private readonly Subscription _even = new(new(1), new() { Partition = "even" });
    private readonly Subscription _odd = new(new(2), new() { Partition = "odd" });

    public ProducerLedgerTests()
    {
        _ledger = new(
            new PartitionDispatcherOptions<int>
            {
                Partitions = PartitionNames.Named("even", "odd"),
                Selector = PartitionSelector.ByIndex<int>(number => number % 2),
                ParkLimit = 3,
            },
            new() { Size = 4 });
        _ledger.Subscribe(_even);
        _ledger.Subscribe(_odd);
    }

    [Fact]
    public void Uninvited_events_wait_in_the_buffer()
    {
        Assert.Equal(0, _ledger.Receive([0, 2]).Deliveries.Length);

        Assert.Equal((2L, 2), (_ledger.Balance().Received, _ledger.Balance().Buffered));
    }

    [Fact]
    public void A_drain_is_not_over_while_events_wait_for_others_of_their_key()
    {
        var options = new PartitionDispatcherOptions<int>
        {
            Partitions = PartitionNames.Numbered(1),
            Consumers = PartitionConsumers.SharedByKey,
            Key = EventKey.By<int, int>(static number => number % 10),
        };
        var ledger = new ProducerLedger<int>(options, new());
        var (first, second) = (new Subscription(new(1), new()), new Subscription(new(2), new()));
        Assert.True(ledger.Subscribe(first).IsGranted && ledger.Subscribe(second).IsGranted);
        ledger.Request(first, 1);
        ledger.Request(second, 1);
        ledger.Ask();
        ledger.Receive([1, 11]);

        ledger.Drain();

        Assert.Equal((1, false), (ledger.Balance().Parked, ledger.IsFlushed));
    }

    [Fact]
    public void The_buffer_is_served_before_anything_is_asked()
    {
        _ledger.Receive([0, 2]);
        _ledger.Request(_even, 5);

        Assert.True(_ledger.TryServe(out var dispatch));
        Assert.Equal([0, 2], dispatch.Deliveries[0].Events);
        Assert.False(_ledger.TryServe(out _));
        Assert.Equal(3, _ledger.Ask().Total);
    }

    [Fact]
    public void Only_uninvited_events_are_dropped()
    {
        _ledger.Request(_even, 2);
        _ledger.Ask();

        var dispatch = _ledger.Receive([0, 2, 4, 6, 8, 10, 12]);

        Assert.Equal([0, 2], dispatch.Deliveries[0].Events);
        Assert.Equal((4, 1L), (_ledger.Balance().Buffered, _ledger.Balance().DiscardedFor(DiscardCause.BufferFull)));
    }

    [Fact]
    public void What_a_consumer_had_not_handled_is_discarded_by_cause()
    {
        _ledger.Request(_even, 6);
        _ledger.Ask();
        _ledger.Receive([0, 2, 4, 6, 8, 10]);

        _ledger.Cancel(_even, handled: 1, failed: 2, DiscardCause.ConsumerRestarted);

        var books = _ledger.Balance();
        Assert.Equal(2, books.DiscardedFor(DiscardCause.ConsumerFailed));
        Assert.Equal(3, books.DiscardedFor(DiscardCause.ConsumerRestarted));
        Assert.Equal((1L, 0L, true), (books.Handled, books.InFlight, books.IsClosed));
    }

    [Fact]
    public void A_consumer_cannot_claim_to_have_failed_more_than_it_got()
    {
        _ledger.Request(_even, 6);
        _ledger.Ask();
        _ledger.Receive([0, 2]);

        _ledger.Cancel(_even, handled: 1, failed: 500, DiscardCause.ConsumerGone);

        Assert.Equal(1, _ledger.Balance().DiscardedFor(DiscardCause.ConsumerFailed));
        Assert.True(_ledger.Balance().IsClosed);
    }

    [Fact]
    public void Handled_events_stay_with_their_partition_when_the_consumer_leaves()
    {
        _ledger.Request(_odd, 2);
        _ledger.Ask();
        _ledger.Receive([1, 3]);
        _ledger.Confirm(_odd, 2);

        _ledger.Cancel(_odd, handled: 2, failed: 0, DiscardCause.ConsumerGone);

        Assert.Equal([0, 2], _ledger.Balance().Partitions.Select(partition => partition.Handled));
    }

    [Fact]
    public void A_repeated_request_changes_nothing()
    {
        _ledger.Request(_even, 5, total: 5);
        _ledger.Request(_even, 5, total: 5);

        Assert.Equal((5, 5L), (_ledger.Ask().Total, _even.Granted));
    }

    [Fact]
    public void A_draining_ledger_asks_for_nothing_and_takes_nobody()
    {
        _ledger.Request(_even, 5);
        _ledger.Drain();

        Assert.Equal((0, 0L, 0), (_ledger.Ask().Total, _ledger.Unasked, _ledger.AskAgain().Total));
        Assert.Equal(Refusal.Draining, _ledger.Subscribe(new(new(3), new() { Partition = "odd" })).Refusal);
    }

    [Fact]
    public void A_draining_ledger_hands_on_what_it_has()
    {
        _ledger.Request(_odd, 3);
        _ledger.Ask();
        _ledger.Receive([0, 2, 4]);
        _ledger.Receive([6, 8]);
        _ledger.Drain();
        Assert.False(_ledger.IsFlushed);

        Assert.Equal([0, 2, 4], _ledger.Request(_even, 9).Deliveries[0].Events);
        Assert.True(_ledger.TryServe(out var dispatch));
        Assert.Equal([6, 8], dispatch.Deliveries[0].Events);
        Assert.True(_ledger.IsFlushed);
    }

    [Fact]
    public void What_waits_for_nobody_does_not_keep_a_ledger_from_being_flushed()
    {
        _ledger.Cancel(_even, handled: 0, failed: 0, DiscardCause.ConsumerGone);
        _ledger.Request(_odd, 5);
        _ledger.Ask();

        _ledger.Receive([0, 2, 4, 6, 1]);

        Assert.True(_ledger.IsFlushed);
        Assert.Equal((3L, 2), (_ledger.Balance().Parked, _ledger.Balance().Held));
    }

    [Fact]
    public void A_consumer_that_is_being_restarted_is_waited_for()
    {
        _ledger.Request(_odd, 5);
        _ledger.Ask();
        _ledger.Receive([0, 2, 1]);
        _ledger.Drain();
        _ledger.Cancel(_even, handled: 0, failed: 0, DiscardCause.ConsumerRestarted);
        Assert.False(_ledger.IsFlushed);

        var back = new Subscription(new(3), new() { Partition = "even" });
        Assert.True(_ledger.Subscribe(back).IsGranted);

        Assert.Equal([0, 2], _ledger.Request(back, 5).Deliveries[0].Events);
        Assert.True(_ledger.IsFlushed);
    }

    [Fact]
    public void A_consumer_that_will_not_be_back_is_not_waited_for()
    {
        _ledger.Request(_odd, 5);
        _ledger.Ask();
        _ledger.Receive([0, 2, 1]);
        _ledger.Drain();
        var seat = _even.Seat;
        _ledger.Cancel(_even, handled: 0, failed: 0, DiscardCause.ConsumerRestarted);

        _ledger.GiveUpOn(seat, this);

        Assert.True(_ledger.IsFlushed);
        Assert.Equal(2, _ledger.Balance().Parked);
    }

    [Fact]
    public void Behind_closed_doors_nobody_comes_back()
    {
        _ledger.Drain();
        _ledger.CloseDoors();

        _ledger.Cancel(_even, handled: 0, failed: 0, DiscardCause.ConsumerRestarted);

        Assert.Equal(Refusal.Draining, _ledger.Subscribe(new(new(3), new() { Partition = "even" })).Refusal);
        Assert.True(_ledger.IsFlushed);
    }

    [Fact]
    public void A_partition_without_a_consumer_is_waited_for_once_its_park_is_full()
    {
        _ledger.Cancel(_odd, handled: 0, failed: 0, DiscardCause.ConsumerGone);
        _ledger.Request(_even, 9);
        _ledger.Ask();
        Assert.Equal(-1, _ledger.WaitsForConsumerOf);

        _ledger.Receive([1, 3, 5, 7, 0]);

        Assert.Equal(1, _ledger.WaitsForConsumerOf);
        Assert.True(_ledger.IsFlushed);
    }

    [Fact]
    public void What_a_served_partition_holds_keeps_a_ledger_from_being_flushed()
    {
        _ledger.Request(_even, 9);
        _ledger.Ask();

        _ledger.Receive([1, 3, 5, 7, 0]);

        Assert.Equal(-1, _ledger.WaitsForConsumerOf);
        Assert.False(_ledger.IsFlushed);
    }

    [Fact]
    public void A_draining_ledger_does_not_ask_again()
    {
        _ledger.Request(_even, 5);
        var asked = _ledger.Ask().Total;
        Assert.Equal((asked, 0L), (_ledger.AskAgain().Total, _ledger.Unasked));

        _ledger.Request(_odd, 5);
        Assert.True(_ledger.Unasked > 0);
        _ledger.Drain();

        Assert.Equal((0, 0L), (_ledger.AskAgain().Total, _ledger.Unasked));
    }

    [Theory]
    [InlineData(PartitionConsumers.Exclusive)]
    [InlineData(PartitionConsumers.SharedByKey)]
    public void What_waits_on_a_shelf_is_not_flushed(PartitionConsumers consumers)
    {
        var ledger = new ProducerLedger<int>(
            new PartitionDispatcherOptions<int>
            {
                Partitions = PartitionNames.Numbered(1),
                Consumers = consumers,
                Key = EventKey.By<int, int>(static _ => 0),
                ParkBytes = 100,
                Size = static _ => 1,
            },
            new());
        var one = new Subscription(new(1), new());
        ledger.Subscribe(one);
        ledger.Request(one, 2);
        ledger.Ask();
        ledger.Close(one);
        ledger.Receive([1, 2]);
        ledger.Subscribe(new(new(2), new()));

        Assert.False(ledger.IsFlushed);
    }

    [Fact]
    public void What_is_buffered_for_nobody_does_not_keep_a_ledger_from_being_flushed()
    {
        _ledger.Receive([0]);
        Assert.False(_ledger.IsFlushed);
        _ledger.Cancel(_odd, handled: 0, failed: 0, DiscardCause.ConsumerGone);
        Assert.False(_ledger.IsFlushed);

        _ledger.Cancel(_even, handled: 0, failed: 0, DiscardCause.ConsumerGone);

        Assert.True(_ledger.IsFlushed);
    }
}
