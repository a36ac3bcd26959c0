using Party.Flows.Windows;
using static Party.Flows.Tests.Windows.Spans;

namespace Party.Flows.Tests.Windows;

public sealed class SessionWindowTests
{
    [Fact]
    public void Events_less_than_the_gap_apart_are_one_session()
    {
        var desk = new Desk(Session(5));

        Assert.Equal(["[0,13): abc"], Ended(desk.Receive("a0 b4 c8 d13")));
        Assert.Equal(["[13,18): d"], Ended(desk.End()));
    }

    [Fact]
    public void A_session_grows_at_either_side()
    {
        var desk = new Desk(Session(5), upstreams: 2);

        desk.Receive("a10 b7 c14");

        Assert.Equal(["[7,19): abc"], Ended(desk.End()));
    }

    [Fact]
    public void An_event_between_two_sessions_makes_them_one()
    {
        var desk = new Desk(Session(5), upstreams: 2);

        desk.Receive("b8 a0 c4");

        Assert.Equal(["a+b"], desk.Recorder.Merged);
        Assert.Equal(["[0,13): abc"], Ended(desk.End()));
    }

    [Fact]
    public void Sessions_that_only_touch_stay_two()
    {
        var desk = new Desk(Session(5), upstreams: 2);

        desk.Receive("a0 b5");

        Assert.Equal(["[0,5): a", "[5,10): b"], Ended(desk.End()));
    }

    [Fact]
    public void Each_key_has_sessions_of_its_own()
    {
        var desk = new Desk(SessionByCase(5), upstreams: 2);

        desk.Receive("a0 B3 c4 D9 e7");

        Assert.Equal(["U[3,8): B", "l[0,12): ace", "U[9,14): D"], Ended(desk.End()));
        Assert.Equal(["U", "l", "U"], desk.Recorder.Closed.Select(static window => window.Key));
    }

    [Fact]
    public void A_session_closes_when_the_watermark_reaches_its_end()
    {
        var desk = new Desk(SessionByCase(5));

        Assert.Empty(desk.Receive("a0 B3 c4 d7.9"));
        Assert.Equal(["U[3,8): B"], Ended(desk.Receive("e8")));
    }

    [Fact]
    public void What_would_begin_a_session_that_is_over_is_late()
    {
        var desk = new Desk(Session(5));

        Assert.Equal(["[0,5): a"], Ended(desk.Receive("a0 b20 x15 y15.1")));

        Assert.Equal("x", desk.Late);
        Assert.Equal(["[15.1,25): by"], Ended(desk.End()));
    }

    [Fact]
    public void An_open_session_takes_what_would_be_late_alone()
    {
        var desk = new Desk(Session(5), upstreams: 2);
        desk.Receive("a0 b4 c8");
        desk.Receive("d7", upstream: 1);

        Assert.Empty(desk.Receive("x1", upstream: 1));

        Assert.Empty(desk.Late);
        Assert.Equal(["[0,13): abcdx"], Ended(desk.End()));
    }

    [Fact]
    public void A_session_that_grows_past_the_watermark_ends_anew()
    {
        var desk = new Desk(Session(5) with { AllowedLateness = Seconds(20) });

        Assert.Equal(["[0,5) watermark: a"], desk.Receive("a0 b12"));
        Assert.Equal(["[0,17) watermark: axby"], desk.Receive("x4 y8 c17")[..1]);
        Assert.Equal(["a+b"], desk.Recorder.Merged.Select(static merged => $"{merged[0]}+{merged[^1]}"));
    }

    [Fact]
    public void A_session_that_opens_past_its_end_is_told_when_it_is_over()
    {
        var desk = new Desk(Session(5) with { AllowedLateness = Seconds(10) });

        Assert.Empty(desk.Receive("a30 x20"));

        Assert.Equal(["[20,25) done: x"], desk.Receive("b34.9 c35")[..1]);
    }

    [Fact]
    public void A_session_may_last_to_the_end_of_time()
    {
        var desk = new Desk(Window.Session<Item>(
            TimeSpan.MaxValue, static item => item.Seconds > 0 ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue));

        desk.Receive("a0 z9 b0");

        Assert.Single(desk.End());
        Assert.Equal(DateTimeOffset.MaxValue, desk.Recorder.Closed[0].End);
    }

    [Fact]
    public void A_session_of_thousands_of_events_is_fed_at_once()
    {
        var desk = new Desk(Session(5));
        Item[] events = [.. Enumerable.Range(0, 5_000).Select(static index => new Item('a', index / 100.0))];

        desk.Receive(events);

        Assert.InRange(desk.Recorder.Calls, 1, 20);
    }

    private static string[] Ended(string[] fired) =>
        [.. fired.Select(static line => line.Replace(" done:", ":", StringComparison.Ordinal))];
}
