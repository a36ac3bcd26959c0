using Party.Flows.Windows;
using static Party.Flows.Tests.Windows.Spans;

namespace Party.Flows.Tests.Windows;

/// <summary>What Elixir's Flow was seen to do with fixed windows.</summary>
public sealed class FlowRuleTests
{
    private const string WithLateOnes = "a0 b11 x5 c14 d22 y3 e35 z21";

    [Fact]
    public void Event_by_event_late_ones_are_dropped()
    {
        var desk = new Desk(AsFlow(Fixed(10)));

        Assert.Equal(["0 done: a", "1 done: bc", "2 done: d"], desk.ReceiveSingly(WithLateOnes));
        Assert.Equal(["3 done: e"], desk.End());
        Assert.Equal("xyz", desk.Late);
    }

    [Fact]
    public void In_one_batch_late_ones_are_kept()
    {
        var desk = new Desk(AsFlow(Fixed(10)));

        Assert.Equal(["0 done: axy", "1 done: bc", "2 done: dz"], desk.Receive(WithLateOnes));
        Assert.Equal(["3 done: e"], desk.End());
        Assert.Empty(desk.Late);
    }

    [Fact]
    public void Windows_of_a_gap_fire_empty()
    {
        var desk = new Desk(AsFlow(Fixed(10)));

        Assert.Equal(["0 done: a", "1 done:", "2 done:"], desk.Receive("a0 b35"));
        Assert.Equal(["3 done: b"], desk.End());
    }

    [Fact]
    public void Triggers_of_a_batch_come_before_its_ends()
    {
        var desk = new Desk(AsFlow(Fixed(10)).TriggerEvery(2));

        string[] fired = [.. desk.Receive("a0 b4 c9 d10 e12 f25 g26 h41"), .. desk.End()];

        Assert.Equal(
            [
                "0 every:2: ab", "1 every:2: de", "2 every:2: fg",
                "0 done: abc", "1 done: de", "2 done: fg", "3 done:", "4 done: h",
            ],
            fired);
    }

    [Fact]
    public void An_event_is_judged_by_the_upstream_that_sent_it()
    {
        var desk = new Desk(AsFlow(Fixed(10)), upstreams: 2);

        Assert.Empty(desk.Receive("a25"));
        Assert.Empty(desk.Receive("b15", upstream: 1));
        Assert.Empty(desk.Receive("x5"));
        Assert.Empty(desk.Receive("c5", upstream: 1));

        Assert.Equal("xc", desk.Late);
        Assert.Equal(["1 done: b"], desk.Receive("d21", upstream: 1));
    }

    [Fact]
    public void A_first_event_is_taken_however_old_it_is()
    {
        var desk = new Desk(AsFlow(Fixed(10)), upstreams: 3);
        desk.Receive("a25");
        desk.Receive("b15", upstream: 1);
        desk.Receive("c5", upstream: 2);

        Assert.Empty(desk.Late);
        Assert.Equal(["0 done: c"], desk.Receive("d15", upstream: 2));
    }

    [Fact]
    public void An_end_closes_nothing_before_the_next_batch()
    {
        var desk = new Desk(AsFlow(Fixed(10)), upstreams: 2);
        desk.Receive("a5 b25");
        desk.Receive("c5", upstream: 1);

        Assert.Empty(desk.End(1));
        Assert.Equal(["0 done: acx", "1 done:"], desk.Receive("x9 d26"));
    }

    [Fact]
    public void Lateness_runs_in_processing_time()
    {
        var desk = new Desk(AsFlow(Fixed(10) with { AllowedLateness = Seconds(8) }));
        Assert.Equal([Seconds(2)], desk.Timers);

        Assert.Equal(["0 watermark: a", "1 watermark:"], desk.Receive("a0 b25"));
        Assert.Empty(desk.Receive("x5"));
        Assert.Empty(desk.Tick(0, after: 6));
        Assert.Equal(["0 done: ax", "1 done:"], desk.Tick(0, after: 2));
        desk.Receive("y5");

        Assert.Equal("y", desk.Late);
        Assert.Equal(["2 done: b"], desk.End());
    }

    [Fact]
    public void The_end_tells_every_window_between_those_that_are_open()
    {
        var desk = new Desk(AsFlow(Fixed(10)), upstreams: 2);
        desk.Receive("a5 b35");

        Assert.Equal(["0 now: a", "1 now:", "2 now:", "3 now: b"], desk.Fire("now"));
        Assert.Equal(["0 done: a", "1 done:", "2 done:", "3 done: b"], desk.End());
    }

    [Fact]
    public void Its_rule_may_be_had_without_empty_windows()
    {
        var desk = new Desk(Fixed(10) with { LateRule = LateRule.PerUpstream });

        Assert.Equal(["0 done: ax"], desk.Receive("a0 b36000 x5"));
        Assert.Equal(["3600 done: b"], desk.End());
        Assert.Equal(2, desk.Recorder.Opened);
    }
}
