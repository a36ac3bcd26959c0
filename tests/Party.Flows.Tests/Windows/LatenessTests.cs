using Party.Flows.Windows;
using static Party.Flows.Tests.Windows.Spans;

namespace Party.Flows.Tests.Windows;

public sealed class LatenessTests
{
    private static readonly FixedWindow<Item> Patient = Fixed(10) with { AllowedLateness = Seconds(15) };

    [Fact]
    public void A_window_fires_by_the_watermark_and_takes_late_events()
    {
        var desk = new Desk(Patient);

        Assert.Equal(["0 watermark: a"], desk.Receive("a0 b10"));
        Assert.Equal(["1 watermark: b"], desk.Receive("x5 c24"));
        Assert.Equal(["0 done: ax"], desk.Receive("d25"));
        Assert.Empty(desk.Receive("y9"));

        Assert.Equal("y", desk.Late);
    }

    [Fact]
    public void What_was_told_by_the_watermark_is_not_told_again()
    {
        var desk = new Desk(Patient);

        Assert.Equal(["0 watermark: a", "2 watermark: b"], desk.Receive("a0 b25 c30"));

        Assert.Equal(["3 done: c"], desk.End());
        Assert.Equal(3, desk.Recorder.Closed.Count);
    }

    [Fact]
    public void Flows_value_tells_it_again()
    {
        var desk = new Desk(Patient with { FinalFiring = FinalFiring.Always });

        Assert.Equal(["0 watermark: a", "0 done: a"], desk.Receive("a0 b25"));
    }

    [Fact]
    public void Ends_are_told_in_the_order_of_event_time()
    {
        var desk = new Desk(Patient with { FinalFiring = FinalFiring.Always }, upstreams: 2);
        desk.Receive("a0 b10 c20 d40");

        Assert.Equal(
            ["0 watermark: a", "1 watermark: b", "0 done: a", "2 watermark: c", "1 done: b"],
            desk.Receive("x40", upstream: 1));
    }

    [Fact]
    public void A_window_that_opens_past_its_end_is_told_when_it_is_over()
    {
        var desk = new Desk(Patient);

        Assert.Empty(desk.Receive("b20 x5"));

        Assert.Equal(["0 done: x"], desk.Receive("c25"));
        Assert.Equal(["2 done: bc"], desk.End());
    }

    [Fact]
    public void A_trigger_counts_on_among_late_events()
    {
        var desk = new Desk(Patient.TriggerEvery(2));

        Assert.Equal(["0 watermark: a", "0 every:2: ax"], desk.Receive("a0 b10 x5"));
    }

    [Fact]
    public void What_is_discarded_leaves_only_late_events_to_tell()
    {
        var desk = new Desk(Patient with { Accumulation = Accumulation.Discard });

        Assert.Equal(["0 watermark: a", "1 watermark: b", "0 done: x"], desk.Receive("a0 b10 x5 c25"));
    }
}
