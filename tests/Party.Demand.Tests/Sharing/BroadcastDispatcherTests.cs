using System.Collections.Immutable;
using Party.Demand.Dispatching;
using Party.Demand.Sharing;
using static Party.Demand.Tests.Sharing.Sharings;

namespace Party.Demand.Tests.Sharing;

public sealed class BroadcastDispatcherTests
{
    private readonly Sharings _dispatcher = new(new BroadcastDispatcherOptions<char>
    {
        Selectors = ImmutableDictionary<string, Func<char, bool>>.Empty
            .Add("vowels", letter => letter == '!' ? throw new FormatException("no letter") : "aeiou".Contains(letter)),
    });

    [Fact]
    public void Everybody_gets_everything_at_the_pace_of_the_slowest()
    {
        _dispatcher.Subscribe((A, 5), (B, 2));

        Assert.Equal(2, _dispatcher.Dispatcher.Ask().Total);
        Assert.Equal([(A, "ab"), (B, "ab")], _dispatcher.Dispatch("abc"));
        Assert.Equal(1, _dispatcher.Leftover);
    }

    [Fact]
    public void A_newcomer_stops_the_others_until_it_requests()
    {
        _dispatcher.Subscribe((A, 5));
        _dispatcher.Subscribe((B, 0));

        Assert.Empty(_dispatcher.Dispatch("a"));
        _dispatcher.Request(B, 1);
        Assert.Equal([(A, "b"), (B, "b")], _dispatcher.Dispatch("b"));
    }

    [Fact]
    public void One_that_leaves_stops_nobody_any_more()
    {
        _dispatcher.Subscribe((A, 5), (B, 1));
        Assert.Equal(1, _dispatcher.Dispatcher.Ask().Total);

        _dispatcher.Cancel(B);

        Assert.Equal(4, _dispatcher.Dispatcher.Ask().Total);
        Assert.Equal([(A, "abcde")], _dispatcher.Dispatch("abcde"));
    }

    [Fact]
    public void What_is_not_wanted_takes_no_demand()
    {
        _dispatcher.Subscribe((A, 4));
        _dispatcher.Admit(B, new() { Selector = "vowels" });
        _dispatcher.Request(B, 4);
        _dispatcher.Dispatcher.Ask();

        Assert.Equal([(A, "abcd"), (B, "a")], _dispatcher.Dispatch("abcd"));
        Assert.Equal(3, _dispatcher.Filtered);
        _dispatcher.Request(A, 4);
        Assert.Equal([(A, "efg"), (B, "e")], _dispatcher.Dispatch("efgh"));
    }

    [Fact]
    public void A_selector_that_throws_costs_its_own_consumer_the_event_and_no_other()
    {
        _dispatcher.Subscribe((A, 3));
        _dispatcher.Admit(B, new() { Selector = "vowels" });
        _dispatcher.Request(B, 3);

        Assert.Equal([(A, "a!e"), (B, "ae")], _dispatcher.Dispatch("a!e"));
        Assert.Equal(1, _dispatcher.Dispatcher.Discarded[DiscardCause.SelectorFailed]);
    }

    [Fact]
    public void A_selector_has_to_be_one_of_the_dispatchers()
    {
        var admission = _dispatcher.Admit(A, new() { Selector = "consonants" });

        Assert.Equal(Refusal.SelectorUnknown, admission.Refusal);
        Assert.StartsWith("Expected a selector of [vowels], got \"consonants\".", admission.Reason);
    }
}
