using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class SupervisionTests : QuietKit
{
    [Fact]
    public void Resume_goes_on_with_the_same_instance()
    {
        var child = ChildOf(Boss(_ => Directive.Resume), Witness());
        child.Tell(new FlawException("x"));
        child.Tell("next");

        Assert.Equal(["made", "started", "next"], ReceiveN(3));
    }

    [Fact]
    public void Stop_ends_the_child()
    {
        var child = ChildOf(Boss(_ => Directive.Stop), Witness());
        child.Tell(new FlawException("x"));
        child.Tell("too late");

        Assert.Equal(["made", "started", "stopped"], ReceiveN(3));
    }

    [Fact]
    public void Escalate_makes_the_supervisor_fail_with_the_same_exception()
    {
        var test = TestActor;
        var top = Boss(error =>
        {
            test.Tell(error);
            return Directive.Stop;
        });
        var middle = ChildOf(top, Role(strategy: () => new OneForOneStrategy(_ => Directive.Escalate)));
        var child = ChildOf(middle, Role((_, message) => throw (Exception)message));
        Watch(child);
        var flaw = new FlawException("deep");

        child.Tell(flaw);

        Assert.Same(flaw, ExpectMsg<FlawException>());
        ExpectTerminated(child);
    }

    [Fact]
    public void A_supervisor_that_resumes_forgives_the_child_that_brought_it_down()
    {
        var middle = ChildOf(
            Boss(_ => Directive.Resume), Role(strategy: () => new OneForOneStrategy(_ => Directive.Escalate)));
        var child = ChildOf(middle, Witness());
        var sibling = ChildOf(middle, Role((me, message) => me.From.Tell(message)));

        child.Tell(new FlawException("x"));
        child.Tell("forgiven");
        sibling.Tell("untouched");

        ExpectMsgAllOf("made", "started", "forgiven", "untouched");
    }

    [Fact]
    public void A_supervisor_that_restarts_stops_its_children()
    {
        var boss = ChildOf(Boss(_ => Directive.Restart), Role((_, message) => throw (Exception)message));
        var child = ChildOf(boss, Role());
        Watch(child);

        boss.Tell(new FlawException("x"));

        ExpectTerminated(child);
        Assert.Empty(Inside(boss, part => part.Cell.GetChildren().ToList()));
    }

    [Fact]
    public void One_for_one_concerns_the_failed_child_alone()
    {
        var boss = Boss(_ => Directive.Restart);
        var failing = ChildOf(boss, Role((_, message) => throw (Exception)message));
        var other = ChildOf(boss, Witness());

        failing.Tell(new FlawException("x"));
        other.Tell("same");

        Assert.Equal(["made", "started", "same"], ReceiveN(3));
    }

    [Fact]
    public void All_for_one_restarts_all()
    {
        var boss = Play(strategy: () => new AllForOneStrategy(_ => Directive.Restart));
        var failing = ChildOf(boss, Role((_, message) => throw (Exception)message));
        ChildOf(boss, Witness());
        ReceiveN(2);

        failing.Tell(new FlawException("x"));

        Assert.Equal(["restarting after ", "stopped", "made", "restarted", "started"], ReceiveN(5));
    }

    [Fact]
    public void All_for_one_stops_all()
    {
        var boss = Play(strategy: () => new AllForOneStrategy(_ => Directive.Stop));
        var failing = ChildOf(boss, Role((_, message) => throw (Exception)message));
        var other = ChildOf(boss, Role());
        Watch(other);

        failing.Tell(new FlawException("x"));

        ExpectTerminated(other);
    }

    [Fact]
    public void Children_that_outlive_a_restart_restart_too()
    {
        var test = TestActor;
        var boss = ChildOf(Boss(_ => Directive.Restart), Props.Create(() => new Keeper(test)));
        ExpectMsg("made");
        ExpectMsg("started");

        boss.Tell(new FlawException("x"));

        Assert.Equal(["restarting after ", "stopped", "made", "restarted", "started"], ReceiveN(5));
    }

    private sealed class Keeper(IActorRef test) : UntypedActor
    {
        protected override void PreStart() => Context.ActorOf(Props.Create(() => new Witness(test)), "kept");

        protected override void PreRestart(Exception reason, object? message)
        {
        }

        protected override void PostRestart(Exception reason)
        {
        }

        protected override void OnReceive(object message) => throw (Exception)message;
    }
}
