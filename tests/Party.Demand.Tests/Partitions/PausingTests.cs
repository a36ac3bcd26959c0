using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions;

/// <summary>Partitions that hand nothing on for a while.</summary>
public sealed class PausingTests
{
    [Fact]
    public void A_paused_partition_parks_and_the_others_go_on()
    {
        var letters = new Letters().Subscribe("one", "two");
        letters.Request("one", 5);
        letters.Request("two", 5);
        letters.Ask();

        letters.Dispatcher.PausePartition(0);

        Assert.Equal("two:jk", letters.Dispatch("ajbk"));
        Assert.Equal((2, 2), (letters.Parked("one"), letters.Dispatcher.HeldBackIn(0)));
        Assert.Equal(5, letters.Outstanding("one"));
    }

    [Fact]
    public void What_was_parked_is_handed_on_when_the_partition_goes_on()
    {
        var letters = new Letters().Subscribe("one");
        letters.Request("one", 5);
        letters.Ask();
        letters.Dispatcher.PausePartition(0);
        letters.Dispatch("abc");

        var dispatch = letters.Dispatcher.ResumePartition(0);

        Assert.Equal("abc", new string(dispatch.Deliveries[0].Events));
        Assert.Equal((0, 0), (letters.Parked("one"), letters.Dispatcher.HeldBackIn(0)));
    }

    [Fact]
    public void The_demand_of_a_paused_partition_is_not_asked_for()
    {
        var letters = new Letters().Subscribe("one", "two");
        letters.Dispatcher.PausePartition(0);
        letters.Request("one", 5);
        letters.Request("two", 3);

        Assert.Equal(3, letters.Ask());
        letters.Dispatcher.ResumePartition(0);
        Assert.Equal(5, letters.Ask());
    }

    [Fact]
    public void A_producer_that_addresses_partitions_is_not_asked_for_a_paused_one()
    {
        var letters = new Letters(options => options with { IsAddressed = true }).Subscribe("one", "two");
        letters.Dispatcher.PausePartition(0);
        letters.Request("one", 5);
        letters.Request("two", 3);

        Assert.Equal("two:3", letters.AskByPartition());
        letters.Dispatcher.ResumePartition(0);
        Assert.Equal("one:5", letters.AskByPartition());
    }

    [Fact]
    public void A_paused_partition_parks_no_more_than_its_limit()
    {
        var letters = new Letters(options => options with { ParkLimit = 2 }).Subscribe("one", "two");
        letters.Request("one", 3);
        letters.Request("two", 3);
        letters.Ask();
        letters.Dispatcher.PausePartition(0);

        letters.Dispatch("abcj");

        Assert.Equal((2, 2, 0), (letters.Parked("one"), letters.Dispatcher.Held, letters.Dispatcher.HeldFor));
    }

    [Fact]
    public void Pausing_and_resuming_twice_changes_nothing()
    {
        var letters = new Letters(options => options with { Demand = DemandScope.Pooled }).Subscribe("one");
        letters.Request("one", 4);
        Assert.Equal(4, letters.Ask());

        letters.Dispatcher.PausePartition(0);
        letters.Dispatcher.PausePartition(0);
        letters.Dispatcher.ResumePartition(0);
        letters.Dispatcher.ResumePartition(0);

        Assert.Equal(0, letters.Ask());
    }

    [Fact]
    public void What_came_back_to_a_paused_partition_is_first_when_it_goes_on()
    {
        var ledger = new ProducerLedger<char>(
            new PartitionDispatcherOptions<char>
            {
                Partitions = PartitionNames.Numbered(1),
                Consumers = PartitionConsumers.Shared,
            },
            new());
        var a = Subscribe(ledger, 1);
        var b = Subscribe(ledger, 2);
        ledger.Request(a, 2);
        ledger.Ask();
        ledger.Receive("ab");
        ledger.Request(b, 4);
        ledger.Ask();
        ledger.PausePartition(0);
        ledger.Receive("cd");

        ledger.Cancel(a, 0, 0, DiscardCause.ConsumerGone);
        Assert.Equal("", Serve(ledger));
        ledger.ResumePartition(0);

        Assert.Equal("ab cd", Serve(ledger));
        Assert.True(ledger.Balance().IsClosed);
        Assert.Null(ledger.CheckAll());
    }

    [Fact]
    public void A_dispatcher_without_partitions_cannot_be_paused()
    {
        var ledger = new ProducerLedger<char>(new DemandDispatcherOptions<char>(), new EventBufferOptions());

        var error = Assert.Throws<NotSupportedException>(() => { ledger.PausePartition(0); });

        Assert.Equal(
            "Expected a dispatcher with partitions, got DemandDispatcher`1. Give the producer a partition dispatcher.",
            error.Message);
    }

    private static Subscription Subscribe(ProducerLedger<char> ledger, long id)
    {
        var subscription = new Subscription(new(id), new() { Delivery = DeliveryMode.AtLeastOnce });
        Assert.True(ledger.Subscribe(subscription).IsGranted);
        return subscription;
    }

    private static string Serve(ProducerLedger<char> ledger)
    {
        var text = new List<string>();
        while (ledger.TryServe(out var dispatch))
        {
            foreach (var delivery in dispatch.Deliveries)
            {
                text.Add(new string(delivery.Events));
            }
        }

        return string.Join(' ', text);
    }
}
