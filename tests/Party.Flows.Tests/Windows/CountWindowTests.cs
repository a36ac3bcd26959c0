using Party.Flows.Windows;

namespace Party.Flows.Tests.Windows;

public sealed class CountWindowTests
{
    [Fact]
    public void Each_group_of_so_many_events_is_a_window()
    {
        var desk = new Desk(Window.Count<Item>(3), upstreams: 2);

        Assert.Empty(desk.Receive("a0 b0"));
        Assert.Equal(["0 done: abc", "1 done: def"], desk.Receive("c0 d0 e0 f0 g0", upstream: 1));
        Assert.Equal(["2 done: g"], desk.End());
    }

    [Fact]
    public void No_window_exists_that_nothing_came_to()
    {
        var desk = new Desk(Window.Count<Item>(2));
        desk.Receive("a0 b0");

        Assert.Empty(desk.End());
        Assert.Equal(1, desk.Recorder.Opened);
    }

    [Fact]
    public void Flows_value_tells_the_last_window_even_if_it_is_empty()
    {
        var desk = new Desk(Window.Count<Item>(2) with { FinalFiring = FinalFiring.Always });

        Assert.Equal(["0 done: ab", "1 done: cd"], desk.Receive("a0 b0 c0 d0"));
        Assert.Equal(["2 done:"], desk.End());
    }

    [Fact]
    public void A_trigger_counts_anew_in_each_window()
    {
        var desk = new Desk(Window.Count<Item>(5).TriggerEvery(2));

        Assert.Equal(
            ["0 every:2: ab", "0 every:2: abcd", "0 done: abcde", "1 every:2: fg"],
            desk.Receive("a0 b0 c0 d0 e0 f0 g0"));
        Assert.Empty(desk.End());
    }
}
