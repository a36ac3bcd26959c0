using Party.Flows.Windows;
using static Party.Flows.Tests.Windows.Spans;

namespace Party.Flows.Tests.Windows;

public sealed class PeriodicWindowTests
{
    [Fact]
    public void A_tick_ends_the_window_and_the_next_event_opens_another()
    {
        var desk = new Desk(Window.Periodic<Item>(Seconds(10)));
        Assert.Equal([Seconds(10)], desk.Timers);

        desk.Receive("a0");
        Assert.Equal(["0 done: a"], desk.Tick(0, after: 10));
        Assert.Empty(desk.Tick(0, after: 10));
        desk.Receive("b0 c0");

        Assert.Equal(["2 done: bc"], desk.End());
        Assert.Equal(2, desk.Recorder.Opened);
    }

    [Fact]
    public void Flows_value_tells_every_period()
    {
        var desk = new Desk(Window.Periodic<Item>(Seconds(10)) with { FinalFiring = FinalFiring.Always });

        Assert.Equal(["0 done:"], desk.Tick(0, after: 10));
        desk.Receive("a0");
        Assert.Equal(["1 done: a"], desk.Tick(0, after: 10));
        Assert.Equal(["2 done:"], desk.End());
    }

    [Fact]
    public void Periodic_triggers_come_after_the_windows_own_timer()
    {
        var desk = new Desk(Window.Periodic<Item>(Seconds(10)).TriggerPeriodically(Seconds(3)));
        desk.Receive("a0");

        Assert.Equal([Seconds(10), Seconds(3)], desk.Timers);
        Assert.Equal(["0 periodically:00:00:03: a"], desk.Tick(1, after: 3));
        Assert.Empty(desk.Tick(0, after: 7));
        Assert.Single(desk.Recorder.Closed);
    }
}
