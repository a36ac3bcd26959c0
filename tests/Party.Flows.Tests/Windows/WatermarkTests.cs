using Party.Flows.Windows;
using static Party.Flows.Tests.Windows.Spans;

namespace Party.Flows.Tests.Windows;

public sealed class WatermarkTests
{
    private const int IdleTimer = 0;

    [Fact]
    public void It_exists_once_every_upstream_has_sent_something()
    {
        var desk = new Desk(Fixed(10), upstreams: 3);

        Assert.Empty(desk.Receive("a0 b35"));
        Assert.Empty(desk.Receive("c22", upstream: 1));
        Assert.Equal(["0 done: a"], desk.Receive("d12", upstream: 2));
    }

    [Fact]
    public void It_is_the_least_of_what_the_upstreams_have_come_to()
    {
        var desk = new Desk(Fixed(10), upstreams: 2);

        desk.Receive("a0 b35");
        Assert.Equal(["0 done: a", "1 done: c"], desk.Receive("c12 d22 e21", upstream: 1));
        desk.Receive("x19");

        Assert.Equal("x", desk.Late);
    }

    [Fact]
    public void An_upstream_that_ended_holds_nothing_back()
    {
        var desk = new Desk(Fixed(10), upstreams: 2);
        desk.Receive("a0 b35");
        desk.Receive("c5", upstream: 1);

        Assert.Equal(["0 done: ac"], desk.End(1));
        Assert.Equal(["3 done: b"], desk.Receive("d40"));
    }

    [Fact]
    public void One_that_ended_without_an_event_is_not_waited_for()
    {
        var desk = new Desk(Fixed(10), upstreams: 2);
        desk.Receive("a0 b10");

        Assert.Equal(["0 done: a"], desk.End(1));
    }

    [Fact]
    public void An_idle_upstream_holds_nothing_back()
    {
        var desk = new Desk(Fixed(10) with { IdleTimeout = Seconds(8) }, upstreams: 2);
        Assert.Equal([Seconds(4)], desk.Timers);
        desk.Receive("x5", upstream: 1);

        Assert.Empty(desk.Tick(IdleTimer, after: 4));
        Assert.Empty(desk.Receive("a0 b35"));
        Assert.Equal(["0 done: xa"], desk.Tick(IdleTimer, after: 4));
    }

    [Fact]
    public void It_counts_again_from_its_next_event()
    {
        var desk = new Desk(Fixed(10) with { IdleTimeout = Seconds(8) }, upstreams: 2);
        desk.Tick(IdleTimer, after: 6);
        desk.Receive("a0 b10");
        Assert.Equal(["0 done: a"], desk.Tick(IdleTimer, after: 2));

        Assert.Empty(desk.Receive("x5 y15", upstream: 1));
        Assert.Empty(desk.Receive("c50"));

        Assert.Equal("x", desk.Late);
        Assert.Equal(["1 done: by"], desk.Receive("z25", upstream: 1));
    }

    [Fact]
    public void It_stands_still_when_everybody_is_idle()
    {
        var desk = new Desk(Fixed(10), upstreams: 2);
        desk.Receive("a0 b50");

        Assert.Empty(desk.Tick(IdleTimer, after: 60));
    }

    [Fact]
    public void Without_a_timeout_nobody_is_ever_idle()
    {
        var desk = new Desk(Fixed(10) with { IdleTimeout = Timeout.InfiniteTimeSpan }, upstreams: 2);

        Assert.Empty(desk.Timers);
    }

    [Fact]
    public void It_never_goes_back()
    {
        var times = new UpstreamTimes(2, TimeSpan.Zero);
        times.Advance(0, 100, times.LeastOther(0));
        Assert.Equal(long.MinValue, times.Watermark);

        times.End(1);
        Assert.Equal(100, times.Watermark);
        times.Advance(0, 50, times.LeastOther(0));

        Assert.Equal(100, times.Watermark);
    }
}
