using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Actors.Tests.Supervising;

/// <summary>How supervisors and their children end in order, and what a deadline can do.</summary>
public sealed class ShutdownTests : SupervisionTest
{
    [Fact]
    public void Children_handle_what_they_have_and_the_supervisor_ends_after_them()
    {
        var supervisor = Start(new());
        var child = StartChild(supervisor, "a");
        StartChild(supervisor, "b");
        Watch(supervisor);
        child.Tell("last word");

        supervisor.Tell(new ShutDown());

        string[] words = [.. Enumerable.Range(0, 3).Select(_ => ExpectMsg<string>())];
        Assert.Equal(["a ended", "a heard last word", "b ended"], words.Order());
        ExpectTerminated(supervisor);
    }

    [Fact]
    public void A_supervisor_without_children_ends_at_once()
    {
        var supervisor = Start(new());
        Watch(supervisor);

        supervisor.Tell(new ShutDown());

        ExpectTerminated(supervisor);
    }

    [Fact]
    public void A_supervisor_that_is_shut_down_starts_nothing_and_restarts_nothing()
    {
        var supervisor = Start(new() { Restart = ChildRestart.Permanent });
        var child = StartChild(supervisor);
        Watch(supervisor);
        using var gate = new ManualResetEventSlim();
        HoldUp(child, gate);
        child.Tell(Failure);

        supervisor.Tell(new ShutDown());
        supervisor.Tell(new StartChild(Pupil()), TestActor);

        Assert.Equal(ChildRefusal.ShuttingDown, ExpectMsg<ChildNotStarted>().Refusal);
        gate.Set();
        ExpectMsg("pupil ended");
        ExpectTerminated(supervisor);
    }

    [Fact]
    public void After_the_timeout_a_busy_child_is_stopped_and_named()
    {
        var supervisor = Start(new() { ShutdownTimeout = TimeSpan.FromSeconds(2) });
        var child = StartChild(supervisor, name: "adam");
        using var gate = new ManualResetEventSlim();
        HoldUp(child, gate);
        child.Tell("too late");
        supervisor.Tell(new TerminateChild(child), TestActor);
        Assert.Equal(ChildState.Stopping, List(supervisor)[0].State);

        EventFilter.Warning(contains: "/adam to end within 2 s, got one that is still at work.")
            .ExpectOne(() => Time.Advance(TimeSpan.FromSeconds(2)));

        Assert.Single(List(supervisor));
        gate.Set();
        ExpectMsg("pupil ended");
        ExpectMsg(new ChildTerminated(child, IsInTime: false));
    }

    [Fact]
    public void A_supervisor_waits_for_a_handler_that_nobody_can_break_off()
    {
        var supervisor = Start(new());
        var child = StartChild(supervisor);
        using var gate = new ManualResetEventSlim();
        HoldUp(child, gate);
        Watch(supervisor);
        supervisor.Tell(new ShutDown());
        Assert.Equal(1, Count(supervisor).Workers);

        EventFilter.Warning(contains: "to end within 5 s").ExpectOne(() => Time.Advance(TimeSpan.FromSeconds(5)));

        Assert.Equal(1, Count(supervisor).Workers);
        gate.Set();
        ExpectMsg("pupil ended");
        ExpectTerminated(supervisor);
    }

    [Fact]
    public void Without_a_timeout_a_child_ends_after_the_message_at_hand()
    {
        var supervisor = Start(new() { ShutdownTimeout = TimeSpan.Zero });
        var child = StartChild(supervisor);
        using var gate = new ManualResetEventSlim();
        HoldUp(child, gate);
        child.Tell("too late");

        supervisor.Tell(new TerminateChild(child), TestActor);
        Assert.Equal(ChildState.Stopping, List(supervisor)[0].State);
        gate.Set();

        ExpectMsg("pupil ended");
        ExpectMsg(new ChildTerminated(child, IsInTime: false));
    }

    [Fact]
    public void An_infinite_timeout_waits_for_as_long_as_it_takes()
    {
        var supervisor = Start(new() { ShutdownTimeout = Timeout.InfiniteTimeSpan });
        var child = StartChild(supervisor);
        using var gate = new ManualResetEventSlim();
        HoldUp(child, gate);
        child.Tell("in time");
        supervisor.Tell(new TerminateChild(child), TestActor);
        Assert.Equal(ChildState.Stopping, List(supervisor)[0].State);

        Time.Advance(TimeSpan.FromDays(1));
        gate.Set();

        ExpectMsg("pupil heard in time");
        ExpectMsg("pupil ended");
        ExpectMsg(new ChildTerminated(child, IsInTime: true));
    }

    [Fact]
    public void Whoever_asks_for_the_end_of_a_child_is_answered()
    {
        var supervisor = Start(new());
        var child = StartChild(supervisor);
        var other = CreateTestProbe();
        using var gate = new ManualResetEventSlim();
        HoldUp(child, gate);

        supervisor.Tell(new TerminateChild(child), TestActor);
        other.Send(supervisor, new TerminateChild(child));
        Assert.Single(List(supervisor));
        gate.Set();

        ExpectMsg("pupil ended");
        ExpectMsg(new ChildTerminated(child, IsInTime: true));
        other.ExpectMsg(new ChildTerminated(child, IsInTime: true));
    }

    [Fact]
    public void A_stop_from_outside_ends_the_children_too()
    {
        var supervisor = Start(new());
        StartChild(supervisor);
        Watch(supervisor);

        supervisor.Tell(PoisonPill.Instance);

        ExpectMsg("pupil ended");
        ExpectTerminated(supervisor);
    }

    private IActorRef Start(DynamicSupervisorOptions options) => Start(DynamicSupervisor.Props(options));
}
