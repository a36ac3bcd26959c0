using System.Diagnostics;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;
using Xunit.Sdk;

namespace Party.Simulation.Tests;

/// <summary>An ordinary kit on a simulated system: waiting lets the simulation run, and costs no real time.</summary>
public sealed class TestKitTests : IDisposable
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ActorSimulation _simulation;
    private readonly TestKit _kit;

    public TestKitTests()
    {
        _simulation = new(1, new() { Config = TestKit.DefaultConfig, Deadline = 10 * Hour });
        _kit = new(_simulation.System);
    }

    public void Dispose()
    {
        _kit.Dispose();
        _simulation.Dispose();
    }

    [Fact]
    public void A_probe_receives_what_simulated_actors_send()
    {
        var echo = _simulation.System.ActorOf(Acting.Props((context, message) => context.Sender.Tell(message)));
        var probe = _kit.CreateTestProbe();

        probe.Send(echo, "hello");

        probe.ExpectMsg("hello");
        Assert.Equal(echo, probe.LastSender);
    }

    [Fact]
    public void Expecting_a_message_passes_virtual_time()
    {
        _simulation.System.Scheduler.ScheduleTellOnce(Hour, _kit.TestActor, "late", ActorRefs.NoSender);

        _kit.ExpectNoMsg(Hour / 2);
        _kit.ExpectMsg("late", Hour);

        Assert.Equal(Hour, _simulation.Elapsed);
    }

    [Fact]
    public async Task Awaiting_a_message_passes_virtual_time()
    {
        _simulation.System.Scheduler.ScheduleTellOnce(Hour, _kit.TestActor, "late", ActorRefs.NoSender);

        await _kit.ExpectMsgAsync("late", 2 * Hour);

        Assert.Equal(Hour, _simulation.Elapsed);
    }

    [Fact]
    public void A_message_that_does_not_come_is_missed_at_once()
    {
        var start = Stopwatch.GetTimestamp();

        Assert.ThrowsAny<XunitException>(() => _kit.ExpectMsg("never", Hour));

        Assert.True(Stopwatch.GetElapsedTime(start) < Hour / 60, "Expected no real time to pass, got a minute.");
        Assert.Equal(Hour, _simulation.Elapsed);
    }

    [Fact]
    public void A_block_is_timed_by_the_virtual_clock()
    {
        _simulation.System.Scheduler.ScheduleTellOnce(Hour, _kit.TestActor, "late", ActorRefs.NoSender);

        _kit.Within(Hour, 1.5 * Hour, () => _kit.ExpectMsg("late"));
        Assert.ThrowsAny<XunitException>(() => _kit.Within(Hour, 2 * Hour, () => _kit.ExpectNoMsg(Hour / 2)));
    }

    [Fact]
    public void An_event_filter_counts_what_simulated_actors_log()
    {
        var actor = _simulation.System.ActorOf(
            Acting.Props((context, _) => Logging.GetLogger(context).Warning("careful")));

        _kit.EventFilter.Warning("careful").ExpectOne(() => actor.Tell("go"));
    }
}
