using Party.Flows.Windows;
using static Party.Flows.Tests.Windows.Spans;

namespace Party.Flows.Tests.Windows;

public sealed class WindowTests
{
    private static readonly Func<Item, DateTimeOffset> Time = static item => item.Time;

    public static TheoryData<string, Func<object>> Refused => new()
    {
        { "Expected a count window of 1 or more events, got 0.", static () => Window.Count<Item>(0) },
        { "Expected a fixed window of more than 0, got 00:00:00.", static () => Window.Fixed(TimeSpan.Zero, Time) },
        { "Expected a periodic window of more than 0, got -00", static () => Window.Periodic<Item>(-Seconds(1)) },
        { "Expected a session's gap of more than 0, got 00:00:00.", static () => Window.Session(TimeSpan.Zero, Time) },
        { "Expected a slide of more than 0, got 00:00:00.", static () => Sliding(1, 0) },
        { "Expected a slide of at most the window's 00:00:01, got 00:00:02.", static () => Sliding(1, 2) },
        { "Expected an event to be in at most 10000 sliding windows, got 10001.", static () => Sliding(10_001, 1) },
        { "Expected a trigger every 1 or more events, got 0.", static () => Fixed(1).TriggerEvery(0) },
        { "Expected a trigger's period of more than 0, got 00", static () => Fixed(1).TriggerPeriodically(new(0)) },
        { "Expected an allowed lateness of 0 or more", static () => Fixed(1) with { AllowedLateness = Seconds(-1) } },
        { "Expected an idle timeout of more than 0, or", static () => Fixed(1) with { IdleTimeout = TimeSpan.Zero } },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_makes_no_sense_is_refused(string message, Func<object> make) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(make).Message);

    [Fact]
    public void Ten_thousand_windows_per_event_are_allowed()
    {
        var desk = new Desk(Sliding(10_000, 1));
        desk.Receive("a20000");

        Assert.Equal(10_000, desk.Recorder.OpenNow);
        Assert.Equal(10_000, desk.Receive("b30000").Length);
    }

    [Fact]
    public void A_second_trigger_that_judges_events_is_refused()
    {
        var window = Fixed(1).TriggerEvery(10);

        var refused = Assert.Throws<InvalidOperationException>(
            () => window.TriggerWhen("mine", static () => 0, static (state, _) => (true, state)));

        Assert.Equal(
            "Expected one trigger that counts or judges events, got \"mine\" beside \"every:10\". " +
            "Put both into one rule of TriggerWhen.",
            refused.Message);
    }

    [Fact]
    public void A_window_that_is_changed_stays_as_it_was()
    {
        var window = Window.Global<Item>();
        _ = window.TriggerEvery(1).TriggerPeriodically(Seconds(1));

        Assert.Empty(new Desk(window).Receive("a0"));
        Assert.Empty(new Desk(window).Timers);
    }

    [Fact]
    public void Triggers_are_called_by_their_names()
    {
        Assert.Equal("done", $"{Trigger.Done}");
        Assert.Equal("watermark", $"{Trigger.Watermark}");
        Assert.Equal("every:10", $"{Trigger.Every(10)}");
        Assert.Equal("periodically:00:00:05", $"{Trigger.Periodically(Seconds(5))}");
        Assert.Equal("mine", $"{Trigger.When("mine")}");
    }
}
