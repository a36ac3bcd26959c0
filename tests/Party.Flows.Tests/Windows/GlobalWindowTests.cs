using Party.Flows.Windows;
using static Party.Flows.Tests.Windows.Spans;

namespace Party.Flows.Tests.Windows;

public sealed class GlobalWindowTests
{
    [Fact]
    public void All_events_are_in_one_window_that_fires_at_the_end()
    {
        var desk = new Desk(Window.Global<Item>(), upstreams: 2);

        Assert.Empty(desk.Receive("a0 b9"));
        Assert.Empty(desk.Receive("c5", upstream: 1));
        Assert.Empty(desk.End(0));

        Assert.Equal(["0 done: abc"], desk.End());
    }

    [Fact]
    public void It_fires_at_its_end_although_nothing_came() =>
        Assert.Equal(["0 done:"], new Desk(Window.Global<Item>()).End());

    [Fact]
    public void A_batch_is_split_exactly_where_the_trigger_counts()
    {
        var desk = new Desk(Window.Global<Item>().TriggerEvery(3));

        Assert.Equal(["0 every:3: abc"], desk.Receive("a0 b0 c0 d0"));
        Assert.Equal(["0 every:3: abcdef", "0 every:3: abcdefghi"], desk.Receive("e0 f0 g0 h0 i0"));
    }

    [Fact]
    public void Nothing_is_said_twice_at_the_end()
    {
        var desk = new Desk(Window.Global<Item>().TriggerEvery(2));
        desk.Receive("a0 b0");

        Assert.Empty(desk.End());
        Assert.Single(desk.Recorder.Closed);
    }

    [Fact]
    public void Flows_value_says_it_again_at_the_end()
    {
        var desk = new Desk(Window.Global<Item>().TriggerEvery(2) with { FinalFiring = FinalFiring.Always });

        Assert.Equal(["0 every:2: ab"], desk.Receive("a0 b0"));
        Assert.Equal(["0 done: ab"], desk.End());
    }

    [Fact]
    public void What_is_discarded_is_not_told_again()
    {
        var desk = new Desk(Window.Global<Item>().TriggerEvery(2) with { Accumulation = Accumulation.Discard });

        Assert.Equal(["0 every:2: ab", "0 every:2: cd"], desk.Receive("a0 b0 c0 d0 e0"));
        Assert.Equal(["0 done: e"], desk.End());
    }

    [Fact]
    public void A_rule_of_ones_own_keeps_its_state_from_batch_to_batch()
    {
        var window = Window.Global<Item>().TriggerWhen(
            "third capital",
            static () => 0,
            static (seen, item) => (item.IsUpper && seen == 2, seen + (item.IsUpper ? 1 : 0)));
        var desk = new Desk(window);

        Assert.Empty(desk.Receive("a0 B0 c0"));
        Assert.Equal(["0 third capital: aBcDE"], desk.Receive("D0 E0 f0"));
        Assert.Equal(["0 done: aBcDEf"], desk.End());
    }

    [Fact]
    public void A_rule_that_throws_has_seen_nothing_of_the_batch()
    {
        var window = Window.Global<Item>().TriggerWhen(
            "pair", static () => 0, static (seen, item) =>
                item.Name == 'x' ? throw new FormatException("x") : (seen == 1, (seen + 1) % 2));
        var desk = new Desk(window);

        Assert.Throws<FormatException>(() => desk.Receive("a0 x0"));

        Assert.Equal(["0 pair: ab"], desk.Receive("a0 b0"));
    }

    [Fact]
    public void Periods_fire_what_has_changed()
    {
        var desk = new Desk(Window.Global<Item>().TriggerPeriodically(Seconds(5)).TriggerPeriodically(Seconds(60)));
        Assert.Equal([Seconds(5), Seconds(60)], desk.Timers);

        Assert.Empty(desk.Tick(0, after: 5));
        desk.Receive("a0");

        Assert.Equal(["0 periodically:00:00:05: a"], desk.Tick(0, after: 5));
        Assert.Empty(desk.Tick(1, after: 50));
        desk.Receive("b0");
        Assert.Equal(["0 periodically:00:01:00: ab"], desk.Tick(1, after: 60));
    }

    [Fact]
    public void Whoever_asks_is_told_at_once_even_what_has_not_changed()
    {
        var desk = new Desk(Window.Global<Item>());
        desk.Receive("a0");

        Assert.Equal(["0 now: a"], desk.Fire("now"));
        Assert.Equal(["0 again: a"], desk.Fire("again"));
        Assert.Empty(desk.End());
    }
}
