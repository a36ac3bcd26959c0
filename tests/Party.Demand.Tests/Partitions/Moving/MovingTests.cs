using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Subscriptions;

namespace Party.Demand.Tests.Partitions.Moving;

/// <summary>Partitions that are changed while events flow.</summary>
public sealed class MovingTests
{
    [Fact]
    public void A_key_that_moves_waits_until_its_old_partition_has_confirmed()
    {
        var hall = new Hall("a:one b:two").Enter("one", "two");
        hall.Request("one", 5);
        hall.Request("two", 5);
        Assert.Equal("one:a1 ", hall.Emit("a1"));

        hall.Change("a:two b:two c:one");

        Assert.Equal("", hall.Emit("a2 a3"));
        Assert.Equal(2, hall.Parked("two"));
        Assert.Equal("two:a2,a3 ", hall.Confirm("one"));
        Assert.False(hall.Ledger.IsChanging);
    }

    [Fact]
    public void A_key_that_stays_never_waits()
    {
        var hall = new Hall("a:one b:two c:one").Enter("one", "two");
        hall.Request("one", 5);
        hall.Request("two", 5);
        hall.Emit("a1 c1");

        hall.Change("a:two b:two c:one");

        Assert.Equal("two:b1 one:c2 ", hall.Emit("a2 b1 c2"));
    }

    [Fact]
    public void What_is_parked_in_the_old_partition_goes_first()
    {
        var hall = new Hall("a:one b:two").Enter("one", "two");
        hall.Request("two", 9);
        hall.Emit("a1 a2");
        hall.Change("a:two b:two c:one");
        hall.Emit("a3");

        Assert.Equal("one:a1 ", hall.Request("one", 1));
        Assert.Equal("", hall.Confirm("one"));
        Assert.Equal("one:a2 ", hall.Request("one", 4));
        Assert.Equal("two:a3 ", hall.Confirm("one"));
    }

    [Fact]
    public void Where_nothing_is_under_way_nothing_waits()
    {
        var hall = new Hall("a:one b:two").Enter("one", "two");
        hall.Request("two", 5);

        hall.Change("a:two b:two c:one");

        Assert.False(hall.Ledger.IsChanging);
        Assert.Equal("two:a1 ", hall.Emit("a1"));
    }

    [Fact]
    public void A_partition_that_is_added_gets_its_keys()
    {
        var hall = new Hall("a:one b:one").Enter("one");
        hall.Request("one", 5);
        hall.Emit("a1 b1");

        hall.Change("a:one b:two");
        hall.Enter("two");
        hall.Request("two", 5);

        Assert.Equal("one:a2 ", hall.Emit("b2 a2"));
        Assert.Equal("two:b2 ", hall.Confirm("one"));
    }

    [Fact]
    public void A_partition_that_is_removed_is_drained_by_its_consumer_which_ends_then()
    {
        var hall = new Hall("a:one b:two").Enter("one", "two");
        hall.Request("two", 9);
        hall.Request("one", 1);
        hall.Emit("a1 a2");

        hall.Change("a:two b:two");
        hall.Emit("a3");
        hall.Confirm("one");
        Assert.Equal("one:a2 ", hall.Request("one", 3));
        Assert.True(hall.Guests["one"].IsOpen);

        Assert.Equal("two:a3 ", hall.Confirm("one"));
        Assert.False(hall.Guests["one"].IsOpen);
        Assert.Equal("[two]", hall.Ledger.InForce.ToString());
        Assert.Equal(
            Refusal.PartitionUnknown, hall.Ledger.Subscribe(new(new(99), new() { Partition = "one" })).Refusal);
    }

    [Fact]
    public void What_is_parked_in_a_removed_partition_moves_where_that_is_wanted()
    {
        var hall = new Hall("a:one b:two").Enter("one", "two");
        hall.Request("two", 9);
        hall.Request("one", 1);
        hall.Emit("a1 a2");

        hall.Change("a:two b:two", change => change with { Removed = RemovedPartitions.Move });
        Assert.False(hall.Guests["one"].IsOpen);
        hall.Emit("a3");

        Assert.Equal("two:a2,a3 ", hall.Confirm("one"));
        Assert.Equal(0, hall.Parked("one"));
    }

    [Fact]
    public void What_a_consumer_of_a_removed_partition_did_not_handle_comes_back_elsewhere()
    {
        var hall = new Hall("a:one b:two").Enter("one", "two");
        hall.Request("one", 1);
        hall.Request("two", 9);
        hall.Emit("a1 a2");
        hall.Change("a:two b:two", change => change with { Removed = RemovedPartitions.Move });
        hall.Emit("a3");

        Assert.Equal("two:a1 two:a2,a3 ", hall.Leave("one"));
    }

    [Fact]
    public void A_partition_without_a_consumer_gives_up_the_keys_that_move()
    {
        var hall = new Hall("a:one b:two c:one").Enter("one", "two");
        hall.Request("one", 1);
        hall.Request("two", 9);
        hall.Emit("a1 c1 a2");
        hall.Leave("one");

        Assert.Equal("two:a1 two:a2 ", hall.Change("a:two b:two c:one"));
        Assert.Equal("two:a3 ", hall.Emit("a3"));
        Assert.Equal(1, hall.Parked("one"));
        Assert.Equal("one:c1 ", hall.Enter("one").Request("one", 1));
    }

    [Fact]
    public void Park_limits_hold_where_parked_events_move()
    {
        var hall = new Hall(
            "a:one b:two", options: new() { Partitions = PartitionNames.Numbered(1), ParkLimit = 2 }).Enter("two");
        hall.Ledger.Receive("a1 a2 b1 b2".Split(' '));
        hall.Request("two", 2);
        hall.Emit("b3 b4 a1");

        hall.Change("a:two b:two c:one");

        Assert.InRange(hall.Parked("one"), 0, 2);
        Assert.InRange(hall.Parked("two"), 0, 2);
    }

    [Fact]
    public void A_change_may_be_refused_where_something_is_parked()
    {
        var hall = new Hall("a:one b:two").Enter("one", "two");
        hall.Request("two", 1);
        hall.Emit("a1");

        var reason = hall.Ledger.ChangePartitions(
            Hall.Map("a:two b:two") with { Removed = RemovedPartitions.Refuse });

        Assert.Equal(
            "Expected partition one to be empty, got 1 parked events. Set Removed to drain or move them, or wait.",
            reason);
        Assert.Equal("one:a1 ", hall.Request("one", 1));
    }

    [Fact]
    public void A_second_change_waits_for_the_first()
    {
        var hall = new Hall("a:one b:two").Enter("one", "two");
        hall.Request("one", 9);
        hall.Request("two", 9);
        hall.Emit("a1");
        hall.Change("a:two b:two c:one");
        hall.Change("a:three b:two c:one");
        Assert.Equal("[two, one]", hall.Ledger.InForce.ToString());
        hall.Emit("a2");

        Assert.Equal("two:a2 ", hall.Confirm("one"));
        Assert.Equal("[three, two, one]", hall.Ledger.InForce.ToString());
        hall.Enter("three");
        hall.Request("three", 9);
        Assert.Equal("", hall.Emit("a3"));
        Assert.Equal("three:a3 ", hall.Confirm("two"));
    }

    [Fact]
    public void A_change_may_be_refused_when_its_turn_comes()
    {
        var hall = new Hall("a:one b:two").Enter("one", "two");
        hall.Request("one", 1);
        hall.Request("two", 9);
        hall.Emit("a1");
        hall.Change("a:two b:two c:one");
        hall.Change("a:two b:two", change => change with { Removed = RemovedPartitions.Refuse });
        hall.Emit("c1");

        hall.Confirm("one");

        Assert.True(hall.Ledger.TryTakeReport(out var first));
        Assert.Null(first.Refusal);
        Assert.True(hall.Ledger.TryTakeReport(out var second));
        Assert.StartsWith("Expected partition one to be empty, got 1 parked events.", second.Refusal);
        Assert.Equal("[two, one]", hall.Ledger.InForce.ToString());
        Assert.False(hall.Ledger.IsChanging);
    }

    [Fact]
    public void A_selector_that_was_made_for_other_partitions_is_refused()
    {
        var hall = new Hall("a:one b:two");
        var swapped = PartitionSelector.ByName<string>(PartitionNames.Named("two", "one"), _ => "one");

        var reason = hall.Ledger.ChangePartitions(
            new() { Partitions = PartitionNames.Named("one", "two"), Selector = swapped });
        var error = Assert.Throws<ArgumentException>(() => new PartitionDispatcher<string>(
            new() { Partitions = PartitionNames.Named("one", "two"), Selector = swapped }));

        Assert.StartsWith(
            "Expected a selector for partitions [one, two], got one that was made for [two, one].", reason);
        Assert.Equal(reason, error.Message);
    }

    [Fact]
    public void A_selector_is_needed_where_there_is_no_default()
    {
        var ledger = new Party.Demand.Ledgers.ProducerLedger<string>(
            new PartitionDispatcherOptions<string> { Partitions = PartitionNames.Named("all") }, new());

        Assert.StartsWith(
            "Expected a selector for partitions with names, got none.",
            ledger.ChangePartitions(new() { Partitions = PartitionNames.Named("all", "more") }));
    }

    [Theory]
    [InlineData(MoveTimeoutPolicy.GoOn, "two:a2 ", 0)]
    [InlineData(MoveTimeoutPolicy.Discard, "", 1)]
    public void A_wait_that_is_given_up_has_the_outcome_that_was_chosen(
        MoveTimeoutPolicy policy, string handedOn, long discarded)
    {
        var hall = new Hall("a:one b:two").Enter("one", "two");
        hall.Request("one", 9);
        hall.Request("two", 9);
        hall.Emit("a1");
        hall.Change("a:two b:two c:one", change => change with { OnTimeout = policy });
        hall.Emit("a2");

        hall.Ledger.GiveUpWaiting();

        Assert.Equal(handedOn, hall.Serve());
        Assert.Equal("two:a3 ", hall.Emit("a3"));
        Assert.True(hall.Ledger.TryTakeReport(out var report));
        Assert.Equal(discarded, report.Discarded);
        Assert.Contains("one", report.TimedOut);
        Assert.Equal(discarded, hall.Ledger.Balance().DiscardedFor(DiscardCause.MoveTimedOut));
    }

    [Fact]
    public void The_report_says_how_long_those_that_moved_had_to_wait()
    {
        var hall = new Hall("a:one b:two").Enter("one", "two");
        hall.Request("one", 9);
        hall.Request("two", 9);
        hall.Emit("a1");
        hall.Ledger.Now = 100;
        hall.Change("a:two b:two c:three");
        hall.Ledger.Now = 130;
        hall.Emit("a2 a3");
        hall.Ledger.Now = 150;
        hall.Confirm("one");

        Assert.True(hall.Ledger.TryTakeReport(out var report));
        Assert.Equal((2L, 20L, 50L), (report.Moved, report.LongestWait.Ticks, report.Duration.Ticks));
        Assert.Equal("three", Assert.Single(report.Added));
        Assert.Equal("one", Assert.Single(report.Removed));
        Assert.Equal(
            "[two, three]: 2 events waited, 00:00:00.0000020 at the longest; added [three]; removed [one]", $"{report}");
    }

    [Fact]
    public void A_message_waits_behind_events_that_wait_to_move()
    {
        var hall = new Hall("a:one b:two").Enter("one", "two");
        hall.Request("one", 9);
        hall.Request("two", 9);
        hall.Emit("a1");
        hall.Change("a:two b:two c:one");
        hall.Emit("a2");

        Assert.True(hall.Ledger.Inform("done").Infos.IsEmpty);
        hall.Ledger.Confirm(hall.Guests["one"], 1);
        var informed = 0;
        while (hall.Ledger.TryServe(out var dispatch))
        {
            informed += dispatch.Infos.Length;
        }

        Assert.Equal(1, informed);
    }

    [Fact]
    public void Numbers_stay_numbers_and_names_stay_names()
    {
        var hall = new Hall("a:one b:two");

        Assert.Equal(
            "Expected partitions like [one, two], got [0..2]. Numbers stay numbers, and names stay names.",
            hall.Ledger.ChangePartitions(new() { Partitions = PartitionNames.Numbered(3) }));
        Assert.StartsWith(
            "Expected a selector for partitions [one], got none.",
            hall.Ledger.ChangePartitions(new() { Partitions = PartitionNames.Named("one") }));
    }

    [Fact]
    public void A_map_that_names_a_removed_partition_loses_no_more_than_the_event()
    {
        var hall = new Hall("a:one b:two", DeliveryMode.AtMostOnce).Enter("one", "two");
        hall.Request("one", 9);
        var change = new PartitionChange<string>
        {
            Partitions = PartitionNames.Named("one"),
            Selector = PartitionSelector.ByIndex<string>(item => item[0] == 'a' ? 0 : 1),
        };
        Assert.Null(hall.Ledger.ChangePartitions(change));
        hall.Serve();

        Assert.Equal("one:a1 ", hall.Emit("b1 a1"));
        Assert.Equal(1, hall.Ledger.Balance().DiscardedFor(DiscardCause.UnknownPartition));
    }

    [Fact]
    public void A_map_that_throws_on_the_last_event_while_others_move_sets_it_aside()
    {
        var hall = new Hall("a:one b:two").Enter("one", "two");
        hall.Request("one", 5);
        hall.Request("two", 5);
        hall.Emit("a1");
        hall.Change("a:two b:two c:one");

        Assert.Equal("two:b1 ", hall.Emit("b1 x1"));
        Assert.Equal("", hall.Emit("x2"));
        Assert.Equal(2, hall.Ledger.Balance().DiscardedFor(DiscardCause.SelectorFailed));
    }
}
