using Akka.TestKit.Xunit2;
using Party.Flows.Windows;

namespace Party.Flows.Tests.Samples;

/// <summary>The examples of docs/guides/flow.md, and proof: windows, late events, triggers.</summary>
public sealed class FlowWindowsGuide() : TestKit("akka.loglevel = WARNING")
{
    private static readonly Order[] Orders =
    [
        Order.At(0, "ann", 500), Order.At(10, "bob", 70), Order.At(70, "bob", 1), Order.At(20, "ann", 30),
        Order.At(80, "cid", 900),
    ];

    [Fact]
    public async Task A_window_has_a_sum_of_its_own()
    {
        var minute = Window.Fixed<Order>(TimeSpan.FromMinutes(1), order => order.Time);
        var turnovers = await Flow.From(Orders, new() { Stages = 1 })
            .Window(minute)
            .Aggregate(0, (sum, order) => sum + order.Cents)
            .OnTrigger<(DateTimeOffset? Minute, int Cents)>((sum, firing) => ([(firing.Window.Start, sum)], sum))
            .ToListAsync(Sys);

        Assert.Equal([570, 901], turnovers.Select(one => one.Cents));
    }

    [Fact]
    public async Task Late_events_are_counted_and_go_where_they_shall()
    {
        var forgotten = new List<Order>();
        var minute = Window.Fixed<Order>(TimeSpan.FromMinutes(1), order => order.Time) with
        {
            Late = SideOutput.To(forgotten),
        };

        await Flow.From(Orders, new() { Stages = 1 })
            .Window(minute)
            .CountBy(order => order.Customer)
            .RunAsync(Sys);

        Assert.Equal([30], forgotten.Select(order => order.Cents));
        Assert.Equal(1, minute.Late.Count);
    }

    [Fact]
    public async Task A_window_may_stay_open_for_late_events()
    {
        var minute = Window.Fixed<Order>(TimeSpan.FromMinutes(1), order => order.Time);
        var told = await Flow.From(Orders, new() { Stages = 1 })
            .Window(minute with { AllowedLateness = TimeSpan.FromHours(1) })
            .Aggregate(0, (sum, order) => sum + order.Cents)
            .OnTrigger<string>((sum, firing) => ([$"{firing.Trigger}: {sum}"], sum))
            .ToListAsync(Sys);

        Assert.Equal(["watermark: 570", "done: 600", "done: 901"], told);
    }

    [Fact]
    public async Task A_trigger_tells_before_the_end()
    {
        var told = await Flow.From(Orders, new() { Stages = 1 })
            .Window(Window.Global<Order>().TriggerEvery(2) with { Accumulation = Accumulation.Discard })
            .Aggregate(0, (sum, order) => sum + order.Cents)
            .OnTrigger<string>((sum, firing) => ([$"{firing.Trigger}: {sum}"], sum))
            .ToListAsync(Sys);

        Assert.Equal(["every:2: 570", "every:2: 31", "done: 900"], told);
    }
}
