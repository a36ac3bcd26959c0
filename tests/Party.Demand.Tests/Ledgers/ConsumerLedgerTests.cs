using Party.Demand.Ledgers;

namespace Party.Demand.Tests.Ledgers;

public sealed class ConsumerLedgerTests
{
    [Fact]
    public void The_first_request_is_for_max_demand()
    {
        Assert.Equal(1000, Ledger().Begin());
    }

    [Fact]
    public void A_batch_is_max_demand_less_min_demand()
    {
        Assert.Equal(500, Ledger().BatchSize);
        Assert.Equal(2, Ledger(max: 10, min: 8).BatchSize);
        Assert.Equal(1, Ledger(max: 1).BatchSize);
    }

    [Fact]
    public void Seven_events_at_10_and_8_are_handled_and_asked_for_in_twos()
    {
        var ledger = Ledger(max: 10, min: 8);
        ledger.Begin();

        ledger.Receive(first: 1, 7);

        Assert.Equal([2, 2, 2, 0], new[] { 2, 2, 2, 1 }.Select(ledger.Handle));
        Assert.Equal((16L, 7L), (ledger.Granted, ledger.Handled));
    }

    [Fact]
    public void Nothing_is_asked_for_before_min_demand_is_reached()
    {
        var ledger = Ledger(max: 10, min: 5);
        ledger.Begin();

        ledger.Receive(first: 1, 4);
        Assert.Equal(0, ledger.Handle(4));

        ledger.Receive(first: 5, 1);
        Assert.Equal(5, ledger.Handle(1));
    }

    [Fact]
    public void Events_beyond_the_demand_count_for_nothing()
    {
        var ledger = Ledger(max: 2, min: 0);
        ledger.Begin();

        Assert.Equal(new Arrival(Repeated: 0, Missing: 0, Excess: 3), ledger.Receive(first: 1, 5));

        Assert.Equal([2, 0, 0], new[] { 2, 2, 1 }.Select(ledger.Handle));
        Assert.Equal((4L, 5L), (ledger.Granted, ledger.Handled));
    }

    [Fact]
    public void A_repeated_event_is_known_by_its_number()
    {
        var ledger = Ledger(max: 10);
        ledger.Begin();
        ledger.Receive(first: 1, 3);

        Assert.Equal(new Arrival(Repeated: 2, Missing: 0, Excess: 0), ledger.Receive(first: 2, 4));
        Assert.Equal(new Arrival(Repeated: 2, Missing: 0, Excess: 0), ledger.Receive(first: 1, 2));
        Assert.Equal(5, ledger.Received);
    }

    [Fact]
    public void A_gap_is_noticed_and_nothing_is_entered()
    {
        var ledger = Ledger(max: 10);
        ledger.Begin();

        Assert.Equal(new Arrival(Repeated: 0, Missing: 2, Excess: 0), ledger.Receive(first: 3, 4));
        Assert.Equal(0, ledger.Received);
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
    public void Granted_is_received_and_outstanding_and_never_above_max(int seed)
    {
        var random = new Random(seed);
        var max = random.Next(1, 50);
        var ledger = Ledger(max, random.Next(max));
        var granted = (long)ledger.Begin();

        for (var step = 0; step < 200; step++)
        {
            var outstanding = (int)(granted - ledger.Received);
            Assert.InRange(outstanding, 1, max);

            var arrived = random.Next(1, outstanding + 1);
            Assert.True(ledger.Receive(ledger.Received + 1, arrived).IsPlain);
            for (var left = arrived; left > 0; left -= ledger.BatchSize)
            {
                granted += ledger.Handle(Math.Min(left, ledger.BatchSize));
            }

            Assert.Equal((granted, ledger.Received), (ledger.Granted, ledger.Handled));
        }
    }

    private static ConsumerLedger Ledger(int max = 1000, int? min = null) =>
        new(new() { MaxDemand = max, MinDemand = min });

    [Fact]
    public void Any_number_of_large_manual_requests_adds_up()
    {
        var ledger = new ConsumerLedger(new());
        ledger.BeginManually();

        ledger.Request(int.MaxValue);
        ledger.Request(int.MaxValue);

        Assert.Equal(2L * int.MaxValue, ledger.Granted);
        Assert.True(ledger.Receive(1, 100).IsPlain);
    }
}
