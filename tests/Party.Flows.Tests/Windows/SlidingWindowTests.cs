using Party.Flows.Windows;
using static Party.Flows.Tests.Windows.Spans;

namespace Party.Flows.Tests.Windows;

public sealed class SlidingWindowTests
{
    [Fact]
    public void An_event_is_in_every_window_that_spans_it()
    {
        var desk = new Desk(Sliding(10, 5));

        Assert.Equal(["-1 done: a", "0 done: ab"], desk.Receive("a3 b7 c12"));
        Assert.Equal(["1 done: bc", "2 done: c"], desk.End());
    }

    [Fact]
    public void A_size_need_not_be_a_multiple_of_the_slide()
    {
        var desk = new Desk(Sliding(7, 3), upstreams: 2);
        desk.Receive("a8 b9 c12");

        Assert.Equal(["1 done: ab", "2 done: abc", "3 done: bc", "4 done: c"], desk.End());
    }

    [Fact]
    public void A_slide_as_long_as_the_window_makes_fixed_ones()
    {
        const string events = "a0 b4 c10 x3 d25 e31 y22";
        var (sliding, fixedOnes) = (new Desk(Sliding(10, 10)), new Desk(Fixed(10)));

        Assert.Equal(fixedOnes.Receive(events), sliding.Receive(events));
        Assert.Equal(fixedOnes.Late, sliding.Late);
    }

    [Fact]
    public void An_event_goes_into_those_of_its_windows_that_are_open()
    {
        var desk = new Desk(Sliding(10, 5));

        Assert.Equal(["0 done: a", "1 done: abx"], desk.Receive("a5 b14 x8 c15"));
        Assert.Empty(desk.Late);
    }

    [Fact]
    public void It_is_late_when_all_of_them_are_over()
    {
        var desk = new Desk(Sliding(10, 5));

        desk.Receive("a5 b15 x4 y9.9");

        Assert.Equal("xy", desk.Late);
    }

    [Fact]
    public void Windows_close_in_the_order_of_their_ends_after_a_gap()
    {
        var desk = new Desk(Sliding(10, 5) with { AllowedLateness = Seconds(5) });

        Assert.Equal(["0 watermark: a", "1 watermark: a"], desk.Receive("a5 b36000"));
        Assert.Equal(4, desk.Recorder.Opened);
    }

    [Fact]
    public void Time_before_time_began_does_no_harm()
    {
        var desk = new Desk(Window.Sliding<Item>(
            TimeSpan.MaxValue,
            TimeSpan.FromTicks(TimeSpan.MaxValue.Ticks / 8 * 7),
            static item => item.Seconds > 0 ? DateTimeOffset.MaxValue : DateTimeOffset.MinValue));

        Assert.Equal(["-1 done: a"], desk.Receive("a0 z9"));
        Assert.Equal(["0 done: az"], desk.End());
        Assert.Equal(DateTimeOffset.MinValue, desk.Recorder.Closed[0].Start);
        Assert.Equal(DateTimeOffset.MaxValue, desk.Recorder.Closed[1].End);
    }
}
