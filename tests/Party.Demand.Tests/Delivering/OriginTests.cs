using Party.Demand.Buffering;
using Party.Demand.Delivering;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Delivering;

public sealed class OriginTests
{
    private readonly List<Origin> _done = [];

    [Fact]
    public void A_batch_that_nothing_was_made_of_is_done_when_it_is_closed()
    {
        var origin = new Origin(_done);
        Assert.Empty(_done);

        origin.Close();
        origin.Close();

        Assert.Equal([origin], _done);
    }

    [Fact]
    public void A_batch_is_done_when_all_that_was_made_of_it_was_confirmed()
    {
        var (ledger, consumer) = Open(new DemandDispatcherOptions<int>());
        Request(ledger, consumer, 4);
        var origin = Emit(ledger, 1, 2, 3, 4);

        ledger.Confirm(consumer, 3);
        Assert.Empty(_done);
        ledger.Confirm(consumer, 4);

        Assert.Equal([origin], _done);
    }

    [Fact]
    public void Batches_are_done_in_any_order()
    {
        var (ledger, even) = Open(ByParity(), "even");
        var odd = Subscribe(ledger, "odd");
        Request(ledger, even, 9);
        Request(ledger, odd, 9);
        var first = Emit(ledger, 1, 2);
        var second = Emit(ledger, 4, 6);

        ledger.Confirm(even, 3);
        Assert.Equal([second], _done);
        ledger.Confirm(odd, 1);

        Assert.Equal([second, first], _done);
    }

    [Fact]
    public void Parked_events_know_what_they_were_made_of()
    {
        var (ledger, even) = Open(ByParity(), "even");
        Request(ledger, even, 9);
        Emit(ledger, 1, 3);
        var second = Emit(ledger, 5, 2);
        var odd = Subscribe(ledger, "odd");
        Request(ledger, odd, 9);

        ledger.Confirm(odd, 3);
        ledger.Confirm(even, 1);

        Assert.Equal(2, _done.Count);
        Assert.Equal(second, _done[1]);
    }

    [Fact]
    public void An_event_that_belongs_nowhere_has_come_to_its_end()
    {
        var (ledger, even) = Open(ByParity(), "even");
        Request(ledger, even, 9);

        var origin = Emit(ledger, -1, -3);

        Assert.Equal([origin], _done);
    }

    [Fact]
    public void An_event_that_the_buffer_drops_has_come_to_its_end()
    {
        var (ledger, consumer) = Open(new DemandDispatcherOptions<int>(), buffer: 2);
        var first = Emit(ledger, 1, 2);
        var second = Emit(ledger, 3, 4);

        Assert.Equal([first], _done);
        Request(ledger, consumer, 2);
        ledger.Confirm(consumer, 2);

        Assert.Equal([first, second], _done);
    }

    [Fact]
    public void A_broadcast_event_ends_with_its_last_copy()
    {
        var (ledger, first) = Open(new BroadcastDispatcherOptions<int>());
        var second = Subscribe(ledger);
        Request(ledger, first, 2);
        Request(ledger, second, 2);
        var origin = Emit(ledger, 1, 2);

        ledger.Confirm(first, 2);
        ledger.Confirm(second, 1);
        Assert.Empty(_done);
        ledger.Cancel(second, 1, 0, DiscardCause.ConsumerGone);

        Assert.Equal([origin], _done);
    }

    [Fact]
    public void Where_nothing_is_confirmed_handing_on_is_the_end()
    {
        var (ledger, consumer) = Open(new DemandDispatcherOptions<int>(), delivery: DeliveryMode.AtMostOnce);
        var origin = Emit(ledger, 1, 2);
        Assert.Empty(_done);

        Request(ledger, consumer, 2);

        Assert.Equal([origin], _done);
    }

    [Fact]
    public void What_comes_back_is_not_at_its_end()
    {
        var (ledger, first) = Open(new DemandDispatcherOptions<int>());
        Request(ledger, first, 2);
        var origin = Emit(ledger, 1, 2);
        ledger.Cancel(first, 1, 0, DiscardCause.ConsumerGone);
        var second = Subscribe(ledger);
        Request(ledger, second, 1);
        Assert.Empty(_done);

        ledger.Confirm(second, 1);

        Assert.Equal([origin], _done);
    }

    [Fact]
    public void What_a_drain_abandons_is_not_at_its_end()
    {
        var (ledger, consumer) = Open(new DemandDispatcherOptions<int>());
        Request(ledger, consumer, 2);
        Emit(ledger, 1, 2);

        ledger.Cancel(consumer, 1, 0, DiscardCause.Abandoned);

        Assert.Empty(_done);
        Assert.Equal(1, ledger.Balance().DiscardedFor(DiscardCause.Abandoned));
    }

    [Fact]
    public void A_batch_that_was_released_into_another_waits_for_it()
    {
        var (held, last) = (new Origin(_done), new Origin(_done));
        held.Keep();
        held.Close();
        last.Add(3);
        last.Hold(held);
        held.LetGo();
        last.Close();
        Assert.Empty(_done);

        last.Settle(3);

        Assert.Equal([last, held], _done);
    }

    [Fact]
    public void A_batch_waits_for_the_events_of_another_and_not_for_its_rest()
    {
        var (held, last) = (new Origin(_done), new Origin(_done));
        held.Keep();
        held.Close();
        last.Add(3);
        last.Hold(held);
        held.LetGo();
        last.Keep();
        last.Close();

        last.Settle(3);
        Assert.Equal([held], _done);
        last.LetGo();

        Assert.Equal([held, last], _done);
    }

    [Fact]
    public void A_batch_that_is_kept_twice_is_let_go_twice()
    {
        var origin = new Origin(_done);
        origin.Keep();
        origin.Keep();
        origin.Close();

        origin.LetGo();
        Assert.Empty(_done);
        origin.LetGo();

        Assert.Equal([origin], _done);
    }

    [Fact]
    public void Open_batches_count_up_to_the_first_that_is_open()
    {
        var batches = new OpenBatches();
        var (first, second, third) = (batches.Begin(1, 3), batches.Begin(4, 2), batches.Begin(6, 1));
        second.Close();
        batches.Collect();
        Assert.Equal((0L, 2, 4L), (batches.Handled, batches.Count, batches.Events));
        Assert.Equal([new EventRange(4, 5)], batches.TakeAhead());
        Assert.Null(batches.TakeAhead());

        first.Close();
        Assert.True(batches.HasNews);
        batches.Collect();
        Assert.Equal(5, batches.Handled);
        third.Close();
        batches.Collect();

        Assert.Equal((6L, 0, 0L), (batches.Handled, batches.Count, batches.Events));
        Assert.Null(batches.TakeAhead());
    }

    private static PartitionDispatcherOptions<int> ByParity() => new()
    {
        Partitions = PartitionNames.Named("even", "odd"),
        Selector = PartitionSelector.ByIndex<int>(number => number < 0 ? -1 : number % 2),
    };

    private static (ProducerLedger<int> Ledger, Subscription Consumer) Open(
        DispatcherOptions<int> dispatcher,
        string? partition = null,
        int buffer = 100,
        DeliveryMode delivery = DeliveryMode.AtLeastOnce)
    {
        var ledger = new ProducerLedger<int>(dispatcher, new() { Size = buffer, Keep = BufferKeep.Last });
        return (ledger, Subscribe(ledger, partition, delivery));
    }

    private static Subscription Subscribe(
        ProducerLedger<int> ledger, string? partition = null, DeliveryMode delivery = DeliveryMode.AtLeastOnce)
    {
        var subscription = new Subscription(new(1), new() { Partition = partition, Delivery = delivery });
        Assert.True(ledger.Subscribe(subscription).IsGranted);
        return subscription;
    }

    private static void Request(ProducerLedger<int> ledger, Subscription consumer, int count)
    {
        ledger.Request(consumer, count);
        while (ledger.TryServe(out _))
        {
        }

        ledger.Ask();
    }

    private Origin Emit(ProducerLedger<int> ledger, params int[] events)
    {
        var origin = new Origin(_done);
        ledger.Receive(events, origin);
        origin.Close();
        while (ledger.TryServe(out _))
        {
        }

        return origin;
    }
}
