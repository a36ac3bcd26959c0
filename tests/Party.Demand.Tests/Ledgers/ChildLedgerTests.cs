using Party.Demand.Ledgers;

namespace Party.Demand.Tests.Ledgers;

public sealed class ChildLedgerTests
{
    [Fact]
    public void The_first_request_is_for_max_demand()
    {
        Assert.Equal(1000, Ledger().Ask());
    }

    [Fact]
    public void An_event_is_running_until_its_child_has_ended()
    {
        var ledger = Ledger(max: 4, min: 2);
        ledger.Ask();

        Assert.True(ledger.Receive(first: 1, 3).IsPlain);
        Assert.Equal((3, 1, 0L), (ledger.Running, ledger.Outstanding, ledger.Handled));

        ledger.Finish(1);
        Assert.Equal((2, 1L), (ledger.Running, ledger.Handled));
    }

    [Fact]
    public void What_is_missing_is_asked_for_once_min_demand_is_left()
    {
        var ledger = Ledger(max: 4, min: 2);
        ledger.Ask();
        ledger.Receive(first: 1, 4);

        Assert.Equal([0, 2, 0], new[] { 3L, 1, 2 }.Select(number => Finish(ledger, number)));
        Assert.Equal((6L, 2, 1), (ledger.Granted, ledger.Outstanding, ledger.Running));
    }

    [Fact]
    public void What_finishes_together_is_asked_for_together()
    {
        var ledger = Ledger(max: 10, min: 8);
        ledger.Ask();
        ledger.Receive(first: 1, 10);

        foreach (var number in new[] { 1L, 3, 5, 7, 9 })
        {
            ledger.Finish(number);
        }

        Assert.Equal([5, 0], new[] { ledger.Ask(), ledger.Ask() });
    }

    [Fact]
    public void Demand_on_its_way_counts_with_what_is_running()
    {
        var ledger = Ledger(max: 10, min: 8);
        ledger.Ask();
        ledger.Receive(first: 1, 3);

        Assert.Equal([0, 2, 0], new[] { 1L, 2, 3 }.Select(number => Finish(ledger, number)));
        Assert.Equal(9, ledger.Outstanding);
    }

    [Fact]
    public void Min_demand_8_of_10_never_lets_fewer_than_8_run_while_there_are_events()
    {
        var ledger = Ledger(max: 10, min: 8);
        var due = ledger.Ask();

        for (var number = 1L; number <= 100; number++)
        {
            if (due > 0)
            {
                ledger.Receive(ledger.Received + 1, due);
            }

            Assert.InRange(ledger.Running, 9, 10);
            due = Finish(ledger, number);
        }
    }

    [Fact]
    public void Min_demand_0_waits_for_the_last_child()
    {
        var ledger = Ledger(max: 2, min: 0);
        ledger.Ask();
        ledger.Receive(first: 1, 2);

        Assert.Equal([0, 2], new[] { 2L, 1 }.Select(number => Finish(ledger, number)));
    }

    [Fact]
    public void Handled_goes_up_to_the_first_that_is_still_running()
    {
        var ledger = Ledger();
        ledger.Ask();
        ledger.Receive(first: 1, 5);

        Assert.Equal([0L, 0, 3, 3, 5], new[] { 2L, 3, 1, 5, 4 }.Select(number =>
        {
            ledger.Finish(number);
            return ledger.Handled;
        }));
    }

    [Fact]
    public void An_event_finishes_once()
    {
        var ledger = Ledger();
        ledger.Ask();
        ledger.Receive(first: 1, 2);
        ledger.Finish(1);

        var error = Assert.Throws<ArgumentOutOfRangeException>(() => ledger.Finish(1));

        Assert.StartsWith("Expected the number of a running event, got 1. 1 of 2 are running.", error.Message);
    }

    [Fact]
    public void Events_beyond_the_demand_run_and_hold_the_next_request_back()
    {
        var ledger = Ledger(max: 2, min: 0);
        ledger.Ask();

        Assert.Equal(new Arrival(Repeated: 0, Missing: 0, Excess: 1), ledger.Receive(first: 1, 3));

        Assert.Equal([0, 0, 2], new[] { 1L, 2, 3 }.Select(number => Finish(ledger, number)));
        Assert.Equal((4L, 3L), (ledger.Granted, ledger.Handled));
    }

    [Fact]
    public void A_repeated_event_does_not_run_again()
    {
        var ledger = Ledger();
        ledger.Ask();
        ledger.Receive(first: 1, 3);

        Assert.Equal(new Arrival(Repeated: 2, Missing: 0, Excess: 0), ledger.Receive(first: 2, 4));
        Assert.Equal((5L, 5), (ledger.Received, ledger.Running));
    }

    [Fact]
    public void A_gap_is_noticed_and_nothing_is_entered()
    {
        var ledger = Ledger();
        ledger.Ask();

        Assert.Equal(new Arrival(Repeated: 0, Missing: 2, Excess: 0), ledger.Receive(first: 3, 4));
        Assert.Equal((0L, 0), (ledger.Received, ledger.Running));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(1, 5)]
    public void Min_demand_must_be_below_max_demand(int max, int min)
    {
        var error = Assert.Throws<ArgumentException>(() => Ledger(max, min));

        Assert.StartsWith($"Expected min-demand below max-demand, got min-demand {min} and max-demand {max}.", error.Message);
    }

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void Laws_hold_in_whatever_order_children_end(int seed)
    {
        var random = new Random(seed);
        var max = random.Next(1, 50);
        var min = random.Next(max);
        var ledger = Ledger(max, min);
        var granted = (long)ledger.Ask();
        var running = new List<long>();

        for (var step = 0; step < 400; step++)
        {
            if (ledger.Outstanding > 0 && (running.Count == 0 || random.Next(3) == 0))
            {
                var count = random.Next(1, ledger.Outstanding + 1);
                running.AddRange(Enumerable.Range(1, count).Select(index => ledger.Received + index));
                Assert.True(ledger.Receive(ledger.Received + 1, count).IsPlain);
            }
            else
            {
                var index = random.Next(running.Count);
                granted += Finish(ledger, running[index]);
                running.RemoveAt(index);
            }

            Assert.Equal((granted, granted), (ledger.Granted, ledger.Received + ledger.Outstanding));
            Assert.Equal(running.Count, ledger.Running);
            Assert.InRange(ledger.Outstanding + ledger.Running, min + 1, max);
            Assert.Equal(running.Count == 0 ? ledger.Received : running.Min() - 1, ledger.Handled);
        }
    }

    private static int Finish(ChildLedger ledger, long number)
    {
        ledger.Finish(number);
        return ledger.Ask();
    }

    private static ChildLedger Ledger(int max = 1000, int? min = null) =>
        new(new() { MaxDemand = max, MinDemand = min });
}
