using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;
using Party.Demand.Watching;

namespace Party.Demand.Tests.Watching;

public sealed class IdleReasonTests
{
    private readonly WatchedLedger _stage = new(parkLimit: 2);

    [Fact]
    public void Without_consumers_it_waits_for_one()
    {
        Assert.Equal(new(IdleKind.Consumer), _stage.Idle());
    }

    [Fact]
    public void What_it_has_asked_for_it_waits_for()
    {
        _stage.Subscribe("even");
        _stage.Request("even", 5);
        _stage.Emit(0);

        Assert.Equal(new(IdleKind.Events, Count: 4), _stage.Idle());
    }

    [Fact]
    public void While_events_come_and_go_it_is_at_work()
    {
        _stage.Subscribe("even");
        _stage.Request("even", 5);
        _stage.Look();
        _stage.Emit(0);

        Assert.Equal(new(IdleKind.AtWork), _stage.Look().Idle);
        Assert.Equal(new(IdleKind.Events, Count: 4), _stage.Look().Idle);
    }

    [Fact]
    public void When_all_demand_is_met_it_waits_for_more()
    {
        _stage.Subscribe("even");
        Assert.Equal(new(IdleKind.Demand), _stage.Idle());
        _stage.Subscribe("odd");
        _stage.Request("even", 2);

        _stage.Emit(0, 1, 3);
        Assert.Equal(new(IdleKind.Events, Count: 1), _stage.Idle());
        _stage.Emit(2);
        _stage.Emit(5, 7, 9);

        Assert.Equal(new(IdleKind.Demand, "odd", 2), _stage.Idle());
    }

    [Fact]
    public void A_full_park_is_named_with_what_is_held()
    {
        _stage.Subscribe("even");
        _stage.Subscribe("odd");
        _stage.Request("even", 10);

        _stage.Look();
        _stage.Emit(1, 3, 5, 0, 2);
        var snapshot = _stage.Look();

        Assert.Equal("odd", snapshot.HeldFor);
        Assert.Equal(new(IdleKind.Room, "odd", 3), snapshot.Idle);
    }

    [Fact]
    public void A_full_park_without_a_consumer_waits_for_one()
    {
        _stage.Subscribe("even");
        _stage.Request("even", 10);

        _stage.Emit(1, 3, 5);

        Assert.Equal(new(IdleKind.Consumer, "odd", 1), _stage.Idle());
    }

    [Fact]
    public void A_paused_partition_is_named()
    {
        _stage.Subscribe("even");
        _stage.Request("even", 10);
        _stage.Ledger.PausePartition(0);
        Assert.Equal(new(IdleKind.Events, Count: 10), _stage.Idle());
        _stage.Emit(0, 2, 4);
        Assert.Equal(new(IdleKind.Resumption, "even", 1), _stage.Idle());
        Assert.Equal([true, false], _stage.Look().Partitions.Select(one => one.IsPaused));

        _stage.Ledger.ResumePartition(0);
        _stage.GoOn();

        Assert.Equal(new(IdleKind.Events, Count: 7), _stage.Idle());
    }

    [Fact]
    public void A_pause_is_named_when_it_is_all_that_is_in_the_way()
    {
        _stage.Subscribe("even");
        _stage.Ledger.PausePartition(0);
        _stage.Request("even", 10);

        Assert.Equal(new(IdleKind.Resumption, "even", 0), _stage.Idle());
    }

    [Fact]
    public void Demand_that_waits_for_confirmations_is_named()
    {
        var subscription = _stage.Subscribe("even", DeliveryMode.AtLeastOnce, max: 3);
        _stage.Request("even", 3);
        _stage.Emit(0, 2, 4);
        Assert.Equal(new(IdleKind.Demand), _stage.Idle());

        _stage.Request("even", 2);
        Assert.Equal(new(IdleKind.Confirmation, "even", 3), _stage.Idle());
        _stage.Ledger.Confirm(subscription, 2);
        _stage.GoOn();

        Assert.Equal(new(IdleKind.Events, Count: 2), _stage.Idle());
    }

    [Fact]
    public void A_stage_that_accumulates_waits_until_it_forwards()
    {
        _stage.Subscribe("even");
        _stage.Ledger.Mode = DemandMode.Accumulate;
        _stage.Request("even", 3);

        Assert.Equal(new(IdleKind.Forwarding), _stage.Idle());
    }

    [Fact]
    public void A_drain_is_named_unless_a_partition_is_in_its_way()
    {
        _stage.Subscribe("even");
        _stage.Request("even", 10);
        _stage.Ledger.Drain();
        Assert.Equal(new(IdleKind.Drain), _stage.Idle());

        _stage.Emit(1, 3, 5);

        Assert.Equal(new(IdleKind.Consumer, "odd", 1), _stage.Idle());
    }

    [Fact]
    public void A_key_that_is_on_its_way_is_named_where_other_events_of_it_are_wanted()
    {
        var ledger = new ProducerLedger<int>(
            new PartitionDispatcherOptions<int>
            {
                Partitions = PartitionNames.Numbered(1),
                Consumers = PartitionConsumers.SharedByKey,
                Key = EventKey.By<int, int>(static number => number % 10),
                ParkLimit = 2,
            },
            new());
        var consumers = Enumerable.Range(1, 2).Select(id => new Subscription(new(id), new())).ToList();
        foreach (var consumer in consumers)
        {
            Assert.True(ledger.Subscribe(consumer).IsGranted);
            ledger.Request(consumer, 2);
        }

        ledger.Ask();
        ledger.Receive([1, 11, 21, 31]);

        var hasRoom = ledger.Look(DateTimeOffset.UnixEpoch);
        ledger.Ask();
        ledger.Receive([41]);
        var isFull = ledger.Look(DateTimeOffset.UnixEpoch);

        Assert.False(ledger.IsFlushed);
        Assert.Equal(new(IdleKind.Key, "0", 2), hasRoom.Idle);
        Assert.Equal((new(IdleKind.Key, "0", 2), 1), (isFull.Idle, isFull.Books.Held));
    }

    [Fact]
    public void A_move_is_named_while_the_old_partition_has_not_confirmed()
    {
        var even = _stage.Subscribe("even");
        _stage.Request("even", 5);
        _stage.Emit(0);
        var names = PartitionNames.Named("even", "odd", "all");
        var all = PartitionSelector.ByIndex<int>(static _ => 2);
        Assert.Null(_stage.Ledger.ChangePartitions(new() { Partitions = names, Selector = all }));
        _stage.GoOn();
        _stage.Subscribe("all");
        _stage.Request("all", 5);

        _stage.Emit(2, 4, 6);

        Assert.Equal(new(IdleKind.Move, "all", 2), _stage.Idle());
        _stage.Ledger.Confirm(even, 1);
        _stage.GoOn();
        Assert.Equal(IdleKind.Events, _stage.Idle().Kind);
    }

    [Fact]
    public void A_removed_partition_is_said_to_be()
    {
        Assert.Null(_stage.Ledger.ChangePartitions(new()
        {
            Partitions = PartitionNames.Named("even"),
            Selector = PartitionSelector.ByIndex<int>(static _ => 0),
        }));

        _stage.GoOn();

        Assert.Equal(
            [("even", false), ("odd", true)],
            _stage.Look().Partitions.Select(static one => (one.Partition, one.IsRemoved)));
    }

    [Fact]
    public void A_dispatcher_without_partitions_names_none()
    {
        var ledger = new ProducerLedger<int>(new DemandDispatcherOptions<int>(), new());
        var consumer = new Subscription(new(1), new());
        ledger.Subscribe(consumer);

        Assert.Equal(new(IdleKind.Demand), ledger.Look(DateTimeOffset.UnixEpoch).Idle);
    }

    [Fact]
    public void Every_reason_is_one_sentence()
    {
        IdleReason[] reasons =
        [
            new(IdleKind.AtWork),
            new(IdleKind.Events, Count: 1),
            new(IdleKind.Events, Count: 2) { From = "/user/a" },
            new(IdleKind.Demand),
            new(IdleKind.Demand, "one", 2),
            new(IdleKind.Room, "one", 2),
            new(IdleKind.Consumer),
            new(IdleKind.Consumer, "one", 1),
            new(IdleKind.Confirmation, "one", 2),
            new(IdleKind.Resumption, "one", 2),
            new(IdleKind.Key, "one", 2),
            new(IdleKind.Move, "one", 2),
            new(IdleKind.Forwarding),
            new(IdleKind.Drain),
            new(IdleKind.Stopped),
        ];

        Assert.Equal(Enum.GetValues<IdleKind>(), reasons.Select(one => one.Kind).Distinct());
        Assert.Equal(
            [
                "It is at work.",
                "It waits for 1 event that its own code is to emit.",
                "It waits for 2 events, asked of /user/a.",
                "It waits for demand.",
                "It waits for demand, above all of partition one, which has 2 events.",
                "It waits for demand of partition one, whose park is full: 2 events held.",
                "It waits for a consumer.",
                "It waits for a consumer of partition one, whose park is full: 1 event held.",
                "It waits for confirmations, above all of partition one, which has 2 events on their way.",
                "It waits for partition one, which is paused, with 2 events.",
                "It waits for confirmations of partition one: 2 events parked, of keys that are on their way.",
                "It waits for the old partitions of 2 events that have moved to partition one.",
                "It waits until demand is forwarded.",
                "It is being drained.",
                "It has stopped.",
            ],
            reasons.Select(one => one.ToString()));
    }
}
