using Party.Demand.Ledgers;

namespace Party.Demand.Tests.Ledgers;

public sealed class RestartLedgerTests
{
    [Fact]
    public void As_many_restarts_as_allowed_are_within_a_window()
    {
        Assert.Equal([true, true, true, false], Enter(max: 3, 0, 1, 2, 5));
    }

    [Fact]
    public void A_restart_counts_until_it_is_older_than_the_window()
    {
        Assert.Equal([true, false], Enter(max: 1, 0, 5));
        Assert.Equal([true, true], Enter(max: 1, 0, 5.001));
    }

    [Fact]
    public void The_window_slides()
    {
        Assert.Equal([true, true, true, true, false], Enter(max: 2, 0, 4, 6, 10, 11));
    }

    [Fact]
    public void No_restarts_at_all_may_be_allowed()
    {
        Assert.Equal([false], Enter(max: 0, 0));
    }

    [Theory]
    [MemberData(nameof(Seeds.First), 100, MemberType = typeof(Seeds))]
    public void No_window_holds_more_than_allowed_and_none_is_refused_for_nothing(int seed)
    {
        var random = new Random(seed);
        var max = random.Next(6);
        var window = TimeSpan.FromSeconds(random.Next(1, 10));
        var ledger = new RestartLedger(max, window);
        var entered = new List<TimeSpan>();
        var now = TimeSpan.Zero;

        for (var step = 0; step < 200; step++)
        {
            now += TimeSpan.FromMilliseconds(random.Next(4000));
            var within = entered.Count(restart => now - restart <= window);

            Assert.Equal(within < max, ledger.TryEnter(now));
            if (within < max)
            {
                entered.Add(now);
                Assert.Equal(within + 1, ledger.Count);
            }
        }
    }

    private static List<bool> Enter(int max, params double[] seconds)
    {
        var ledger = new RestartLedger(max, TimeSpan.FromSeconds(5));
        return [.. seconds.Select(second => ledger.TryEnter(TimeSpan.FromSeconds(second)))];
    }
}
