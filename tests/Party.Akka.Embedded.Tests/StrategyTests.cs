using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class StrategyTests : QuietKit
{
    [Fact]
    public void The_default_decider_restarts_what_failed_and_stops_what_can_not_live()
    {
        var decider = SupervisorStrategy.DefaultDecider;

        Assert.Equal(Directive.Restart, decider.Decide(new FlawException("x")));
        Assert.Equal(Directive.Stop, decider.Decide(new ActorKilledException("x")));
        Assert.Equal(Directive.Stop, decider.Decide(new ActorInitializationException("x")));
        Assert.Equal(Directive.Stop, decider.Decide(new DeathPactException(TestActor)));
    }

    [Fact]
    public void A_decider_that_throws_fails_its_supervisor()
    {
        var test = TestActor;
        var boss = ChildOf(
            Boss(error =>
            {
                test.Tell(error.Message);
                return Directive.Restart;
            }),
            Role(strategy: () => new OneForOneStrategy(_ => throw new FlawException("decider"))));

        ChildOf(boss, Role((_, message) => throw (Exception)message)).Tell(new FlawException("child"));

        ExpectMsg("decider");
    }

    [Fact]
    public void In_the_decider_the_child_is_the_sender()
    {
        var test = TestActor;
        IActorContext? boss = null;
        var supervisor = Play(strategy: () => new OneForOneStrategy(_ =>
        {
            test.Tell(boss!.Sender);
            return Directive.Stop;
        }));
        boss = Inside(supervisor, part => part.Cell);
        var child = ChildOf(supervisor, Role((_, message) => throw (Exception)message));

        child.Tell(new FlawException("x"));

        Assert.Equal(child, ExpectMsg<IActorRef>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void One_restart_too_many_stops_the_child(int allowed)
    {
        var boss = Play(strategy: () => new OneForOneStrategy(allowed, TimeSpan.FromHours(1), _ => Directive.Restart));
        var child = ChildOf(boss, Role((_, message) => throw (Exception)message));
        Watch(child);

        for (var i = 0; i <= allowed; i++)
        {
            child.Tell(new FlawException("x"));
        }

        ExpectTerminated(child);
    }

    [Fact]
    public void Without_a_limit_a_child_restarts_for_ever()
    {
        var child = ChildOf(Boss(_ => Directive.Restart), Role(FailOrReply));
        for (var i = 0; i < 100; i++)
        {
            child.Tell(new FlawException("x"));
        }

        child.Tell("alive");

        ExpectMsg("alive");
    }

    [Fact]
    public void Deciders_take_the_first_pair_that_fits()
    {
        var decider = Decider.From(
            Directive.Escalate,
            Directive.Stop.When<ArgumentNullException>(),
            Directive.Resume.When<ArgumentException>());

        Assert.Equal(Directive.Stop, decider.Decide(new ArgumentNullException()));
        Assert.Equal(Directive.Resume, decider.Decide(new ArgumentException("x")));
        Assert.Equal(Directive.Escalate, decider.Decide(new FlawException("x")));
    }

    [Fact]
    public void A_failure_is_logged_as_an_error_in_the_childs_name()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));
        var child = ChildOf(Boss(_ => Directive.Stop), Role((_, message) => throw (Exception)message));

        child.Tell(new FlawException("logged"));

        var error = ExpectMsg<Error>();
        Assert.Equal(child.Path.ToString(), error.LogSource);
        Assert.Equal("logged", error.Message.ToString());
        Assert.IsType<FlawException>(error.Cause);
    }

    [Fact]
    public void A_resume_is_logged_as_a_warning()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));

        ChildOf(Boss(_ => Directive.Resume), Role((_, message) => throw (Exception)message)).Tell(
            new FlawException("logged"));

        ExpectMsg<Warning>();
    }

    [Fact]
    public void A_strategy_may_be_silent()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(LogEvent));
        var boss = Play(strategy: () => new OneForOneStrategy(-1, -1, (Exception _) => Directive.Resume, false));
        var child = ChildOf(boss, Role(FailOrReply));

        child.Tell(new FlawException("silent"));
        child.Tell("next");

        ExpectMsg("next");
    }

    private static void FailOrReply(Part me, object message)
    {
        if (message is Exception error)
        {
            throw error;
        }

        me.From.Tell(message);
    }
}
