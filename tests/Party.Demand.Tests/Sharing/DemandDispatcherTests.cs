using Party.Demand.Sharing;
using static Party.Demand.Tests.Sharing.Sharings;

namespace Party.Demand.Tests.Sharing;

public sealed class DemandDispatcherTests
{
    private readonly Sharings _dispatcher = new(new DemandDispatcherOptions<char>());

    [Fact]
    public void Highest_demand_is_served_first()
    {
        _dispatcher.Subscribe((A, 2), (B, 4), (C, 3));

        Assert.Equal([(B, "abcd"), (C, "efg"), (A, "h")], _dispatcher.Dispatch("abcdefgh"));
    }

    [Fact]
    public void Among_equal_demands_the_earlier_comes_first()
    {
        _dispatcher.Subscribe((A, 2), (B, 2));

        Assert.Equal([(A, "a")], _dispatcher.Dispatch("a"));
        Assert.Equal([(B, "bc"), (A, "d")], _dispatcher.Dispatch("bcd"));
    }

    [Fact]
    public void What_nobody_asked_for_is_left_over()
    {
        _dispatcher.Subscribe((A, 1));

        Assert.Equal([(A, "a")], _dispatcher.Dispatch("abc"));
        Assert.Equal(2, _dispatcher.Leftover);
    }

    [Fact]
    public void What_a_consumer_that_left_had_asked_for_pays_for_the_next()
    {
        _dispatcher.Subscribe((A, 5));
        Assert.Equal(5, _dispatcher.Dispatcher.Ask().Total);
        _dispatcher.Cancel(A);
        _dispatcher.Subscribe((B, 3));

        Assert.Equal((0, 5L), (_dispatcher.Dispatcher.Ask().Total, _dispatcher.Dispatcher.Owed));
        _dispatcher.Request(B, 4);
        Assert.Equal(2, _dispatcher.Dispatcher.Ask().Total);
    }

    [Theory]
    [InlineData(null, "Expected requests for at most 2 events, got 3 from #2.")]
    [InlineData(3, null)]
    public void A_request_above_the_usual_is_said(int? usual, string? notice)
    {
        var dispatcher = new Sharings(new DemandDispatcherOptions<char> { MaxDemand = usual });

        dispatcher.Subscribe((A, 2), (B, 3));

        Assert.Equal(notice, dispatcher.Notice?[..(notice?.Length ?? 0)]);
    }

    [Fact]
    public void Shuffled_consumers_are_still_served_by_their_demand()
    {
        var dispatcher = new Sharings(new DemandDispatcherOptions<char> { ShuffleSeed = 3 });
        dispatcher.Subscribe((A, 1), (B, 3), (C, 2));

        Assert.Equal([(B, "abc"), (C, "de"), (A, "f")], dispatcher.Dispatch("abcdef"));
    }

    [Fact]
    public void Seeds_shuffle_equals_differently_and_each_always_alike()
    {
        static string Order(int seed) => string.Concat(
            new Sharings(new DemandDispatcherOptions<char> { ShuffleSeed = seed })
                .Subscribe((A, 1), (B, 1), (C, 1)).Dispatch("abc").Select(one => one.To.Value));

        Assert.Equal(Enumerable.Range(0, 20).Select(Order), Enumerable.Range(0, 20).Select(Order));
        Assert.True(Enumerable.Range(0, 20).Select(Order).Distinct().Count() > 3);
    }
}
