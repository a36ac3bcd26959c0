using Party.Flows.Windows;
using static Party.Flows.Tests.Windows.Spans;

namespace Party.Flows.Tests.Windows;

public sealed class FixedWindowTests
{
    [Fact]
    public void A_window_closes_when_the_watermark_reaches_its_end()
    {
        var desk = new Desk(Fixed(10));

        Assert.Empty(desk.Receive("a0 b4 c9.9"));
        Assert.Equal(["0 done: abc"], desk.Receive("d10 e12"));
        Assert.Equal(["1 done: de", "2 done: fg"], desk.Receive("f25 g26 h41"));
        Assert.Equal(["4 done: h"], desk.End());
    }

    [Fact]
    public void A_window_says_what_it_spans()
    {
        var desk = new Desk(Fixed(10));
        desk.Receive("a25");
        desk.End();

        Assert.Equal(
            [new OpenWindow(WindowKind.Fixed, 2) { Start = Item.At(20), End = Item.At(30) }], desk.Recorder.Closed);
    }

    [Fact]
    public void An_event_is_late_once_its_window_is_over()
    {
        var desk = new Desk(Fixed(10));

        Assert.Equal(["0 done: ab", "1 done: d", "2 done: f"], desk.Receive("a0 b5 d11 x5 f22 y3 z19 h35"));

        Assert.Equal("xyz", desk.Late);
    }

    [Fact]
    public void Batches_make_no_difference()
    {
        const string events = "a0 b11 x5 c14 d22 y3 e35 z21";

        Assert.Equal(new Desk(Fixed(10)).ReceiveSingly(events), new Desk(Fixed(10)).Receive(events));
    }

    [Fact]
    public void A_gap_of_ten_hours_costs_nothing()
    {
        var desk = new Desk(Fixed(1));

        Assert.Equal(["0 done: a"], desk.Receive("a0 b36000"));
        Assert.Equal(["36000 done: b"], desk.End());
        Assert.Equal(2, desk.Recorder.Opened);
    }

    [Fact]
    public void Empty_windows_fire_in_their_turn_if_wanted()
    {
        var desk = new Desk(Fixed(10) with { EmptyWindows = EmptyWindows.Fire });

        Assert.Equal(["1 done: a", "2 done:", "3 done:"], desk.Receive("a10 b41"));
        Assert.Equal(["4 done: b", "5 done:"], desk.Receive("c60"));
        Assert.Equal(["6 done: c"], desk.End());
    }

    [Fact]
    public void Empty_windows_fire_at_the_end_up_to_the_last()
    {
        var desk = new Desk(Fixed(10) with { EmptyWindows = EmptyWindows.Fire }, upstreams: 2);
        desk.Receive("a10 b41");

        Assert.Equal(["1 done: a", "2 done:", "3 done:", "4 done: b"], desk.End());
    }

    [Fact]
    public void Empty_windows_wait_for_late_events_like_others()
    {
        var desk = new Desk(Fixed(10) with { EmptyWindows = EmptyWindows.Fire, AllowedLateness = Seconds(15) });

        Assert.Equal(["0 watermark: a", "1 watermark:", "2 watermark:"], desk.Receive("a0 b30")[..3]);
        desk.Receive("x25");

        Assert.Equal(["2 done: x", "3 done: b"], desk.End());
    }

    [Fact]
    public void A_gap_that_would_never_end_is_refused()
    {
        var desk = new Desk(Fixed(0.001) with { EmptyWindows = EmptyWindows.Fire });

        var refused = Assert.Throws<InvalidOperationException>(() => desk.Receive("a0 b36000"));

        Assert.StartsWith("Expected a gap of at most 1000000 windows, got 36000000", refused.Message);
    }

    [Fact]
    public void A_trigger_counts_in_each_window_apart()
    {
        var desk = new Desk(Fixed(10).TriggerEvery(2), upstreams: 2);

        Assert.Equal(
            ["0 every:2: ac", "1 every:2: bd", "0 every:2: acef"], desk.Receive("a0 b11 c1 d12 e2 f3 g13"));
        Assert.Equal(["1 done: bdg"], desk.End());
    }

    [Fact]
    public void Periods_fire_open_windows_in_the_order_of_their_ends()
    {
        var desk = new Desk(Fixed(10).TriggerPeriodically(Seconds(5)), upstreams: 2);
        desk.Receive("b11 a0");

        Assert.Equal(["0 periodically:00:00:05: a", "1 periodically:00:00:05: b"], desk.Tick(1, after: 5));
        Assert.Equal(["0 x: a", "1 x: b"], desk.Fire("x"));
    }

    [Fact]
    public void A_run_of_events_is_fed_at_once()
    {
        var desk = new Desk(Fixed(10));

        desk.Receive("a0 b1 c0 d9 e10 f19 g11");

        Assert.Equal(2, desk.Recorder.Calls);
    }

    [Fact]
    public void A_time_that_throws_changes_nothing()
    {
        var desk = new Desk(Window.Fixed<Item>(
            Seconds(10), static item => item.Name == 'x' ? throw new FormatException("x") : item.Time));
        desk.Receive("a0");

        Assert.Throws<FormatException>(() => desk.Receive("b50 x0"));

        Assert.Empty(desk.Receive("c9"));
        Assert.Equal(["0 done: ac"], desk.End());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(TimeSpan.TicksPerDay * 7)]
    public void The_ends_of_time_are_in_windows_too(long size)
    {
        var desk = new Desk(Window.Fixed<Item>(new(size), Extreme) with { AllowedLateness = TimeSpan.MaxValue });

        Assert.EndsWith(" watermark: a", Assert.Single(desk.Receive("a0 z9 b0 y9")), StringComparison.Ordinal);

        Assert.Equal(["ab", "zy"], desk.End().Select(static line => line[^2..]));
        Assert.Empty(desk.Late);
    }

    [Fact]
    public void A_window_may_be_longer_than_time_itself()
    {
        var window = Window.Fixed<Item>(TimeSpan.MaxValue, Extreme) with { AllowedLateness = TimeSpan.MaxValue };
        var desk = new Desk(window);

        Assert.Empty(desk.Receive("a0 z9 b0 y9"));

        Assert.Equal(["0 done: azby"], desk.End());
    }

    [Fact]
    public void Weeks_begin_on_monday()
    {
        var desk = new Desk(Window.Fixed<Item>(
            TimeSpan.FromDays(7), static _ => new(2026, 11, 22, 1, 2, 3, TimeSpan.Zero)));
        desk.Receive("a0");
        desk.End();

        Assert.Equal(new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero), desk.Recorder.Closed[0].Start);
    }

    [Fact]
    public void A_time_counts_wherever_on_earth_it_was_taken()
    {
        var desk = new Desk(Window.Fixed<Item>(
            TimeSpan.FromHours(1),
            static item => new(2026, 1, 1, item.IsUpper ? 13 : 12, 0, 0, TimeSpan.FromHours(item.IsUpper ? 1 : 0))));

        desk.Receive("a0 B0");

        Assert.Single(desk.End());
    }

    private static DateTimeOffset Extreme(Item item) =>
        item.Seconds > 0 ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue;
}
