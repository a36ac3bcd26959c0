using Akka.Actor;
using Party.Actors.Protocol;

namespace Party.Actors.Tests.Supervising;

/// <summary>Which children come back, and how often.</summary>
public sealed class RestartTests : SupervisionTest
{
    [Theory]
    [InlineData(ChildRestart.Temporary)]
    [InlineData(ChildRestart.Transient)]
    public void A_child_that_stops_itself_is_not_started_again(ChildRestart restart)
    {
        var supervisor = Start(new() { Restart = restart });
        var child = StartChild(supervisor);

        child.Tell("stop");

        ExpectMsg("pupil ended");
        AwaitCount(supervisor, count => count.Workers == 0);
    }

    [Fact]
    public void A_permanent_child_that_stops_itself_is_started_anew()
    {
        var supervisor = Start(new() { Restart = ChildRestart.Permanent });
        var child = StartChild(supervisor, name: "adam");

        child.Tell("stop");

        ExpectMsg("pupil ended");
        ExpectMsg("pupil started");
        AwaitCount(supervisor, count => count.Active == 1);
        var heir = List(supervisor)[0].Child;
        Assert.Equal(child.Path.ToString(), heir.Path.ToString());
        Assert.NotEqual(child, heir);
    }

    [Fact]
    public void A_temporary_child_that_fails_is_gone()
    {
        var supervisor = Start(new() { Restart = ChildRestart.Temporary });
        var child = StartChild(supervisor);

        child.Tell(Failure);

        ExpectMsg("pupil ended");
        AwaitCount(supervisor, count => count.Workers == 0);
    }

    [Theory]
    [InlineData(ChildRestart.Transient)]
    [InlineData(ChildRestart.Permanent)]
    public void A_child_that_fails_is_restarted_behind_its_reference(ChildRestart restart)
    {
        var supervisor = Start(new() { Restart = restart });
        var child = StartChild(supervisor);

        child.Tell(Failure);
        child.Tell("hello");

        ExpectMsg("pupil ended");
        ExpectMsg("pupil started");
        ExpectMsg("pupil heard hello");
        AwaitCount(supervisor, count => count.Active == 1);
        Assert.Equal(child, List(supervisor)[0].Child);
    }

    [Fact]
    public void A_child_that_is_killed_ended_abnormally()
    {
        var supervisor = Start(new() { Restart = ChildRestart.Transient });
        var child = StartChild(supervisor);

        child.Tell(Kill.Instance);

        ExpectMsg("pupil ended");
        ExpectMsg("pupil started");
    }

    [Fact]
    public void A_child_that_is_being_restarted_is_not_active()
    {
        var supervisor = Start(new() { Restart = ChildRestart.Transient });
        var child = StartChild(supervisor);
        using var gate = new ManualResetEventSlim();

        child.Tell(Failure);
        child.Tell(gate);

        ExpectMsg("pupil ended");
        ExpectMsg("pupil started");
        ExpectMsg("pupil waits");
        Assert.Equal(new ChildrenCounted(1, 0, 1, 0, 0), Count(supervisor));
        Assert.Equal(ChildState.Restarting, List(supervisor)[0].State);
        gate.Set();
        AwaitCount(supervisor, count => count.Active == 1);
    }

    [Fact]
    public void A_restart_that_fails_is_tried_again_and_counts()
    {
        var supervisor = Start(new() { Restart = ChildRestart.Transient });
        var test = TestActor;
        var births = new Births();
        supervisor.Tell(new StartChild(Props.Create(() => new Frail(test, births))), TestActor);
        var child = ExpectMsg<ChildStarted>().Child;
        Watch(supervisor);

        births.IsOver = true;
        EventFilter.Error(start: "Expected at most 3 restarts within 5 s, got 4").ExpectOne(() => child.Tell(Failure));

        ExpectTerminated(supervisor);
        Assert.Equal(4, births.Count);
    }

    [Fact]
    public void One_restart_too_many_of_all_children_together_ends_the_supervisor()
    {
        var supervisor = Start(new() { Restart = ChildRestart.Transient });
        IActorRef[] children = [StartChild(supervisor, "a"), StartChild(supervisor, "b"), StartChild(supervisor, "c")];
        Watch(supervisor);

        foreach (var child in children)
        {
            child.Tell(Failure);
            ExpectMsgAllOf(["ended", "started"], child, children);
        }

        EventFilter.Error(start: "Expected at most 3 restarts within 5 s, got 4, the last of").ExpectOne(() =>
        {
            children[1].Tell(Failure);
            Assert.Equal(["a ended", "b ended", "c ended"], ReceiveN(3).OfType<string>().Order());
        });
        ExpectTerminated(supervisor);
    }

    [Fact]
    public void A_permanent_child_that_keeps_stopping_ends_the_supervisor()
    {
        var supervisor = Start(new() { Restart = ChildRestart.Permanent, MaxRestarts = 2 });
        var watcher = CreateTestProbe();
        watcher.Watch(supervisor);

        EventFilter.Error(contains: "got 3, the last of").ExpectOne(
            () => supervisor.Tell(new StartChild(Pupil("hasty")), TestActor));

        watcher.ExpectTerminated(supervisor);
        Assert.Equal(3, ReceiveN(7).Count(message => message is "hasty started"));
    }

    private IActorRef Start(DynamicSupervisorOptions options) => Start(DynamicSupervisor.Props(options));

    private void ExpectMsgAllOf(string[] words, IActorRef child, IActorRef[] children)
    {
        var letter = (char)('a' + Array.IndexOf(children, child));
        foreach (var word in words)
        {
            ExpectMsg($"{letter} {word}");
        }
    }

    /// <summary>Whether children can be born any more, and how many were.</summary>
    internal sealed class Births
    {
        public int Count { get; set; }

        public bool IsOver { get; set; }
    }

    private sealed class Frail : ReceiveActor
    {
        public Frail(IActorRef test, Births births)
        {
            births.Count++;
            Receive<Exception>(error => throw error);
            ReceiveAny(test.Tell);
            if (births.IsOver)
            {
                throw new FormatException("over");
            }
        }
    }
}
