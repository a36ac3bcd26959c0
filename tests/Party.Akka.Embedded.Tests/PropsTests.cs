using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class PropsTests : QuietKit
{
    [Fact]
    public void An_expression_gives_class_and_arguments()
    {
        var props = Props.Create(() => new Speaker("hello", 2));

        Assert.Equal(typeof(Speaker), props.Type);
        Assert.Equal(new object[] { "hello", 2 }, props.Arguments);
    }

    [Fact]
    public void Arguments_are_evaluated_when_the_props_are_made()
    {
        var word = "before";
        var props = Props.Create(() => new Speaker(word + "!", 1));
        word = "after";

        Sys.ActorOf(props).Tell("speak");

        ExpectMsg("before!");
    }

    [Fact]
    public void Only_a_constructor_call_will_do() => Assert.ThrowsAny<Exception>(() => Props.Create(() => Make()));

    [Fact]
    public void A_class_that_is_no_actor_is_refused() =>
        Assert.Throws<ArgumentException>(() => Props.Create(typeof(string)));

    [Fact]
    public void Arguments_by_type_are_matched_when_the_actor_starts()
    {
        var type = typeof(Speaker);

        Sys.ActorOf(Props.Create(type, "typed", 1)).Tell("speak");

        ExpectMsg("typed");
    }

    [Fact]
    public void Arguments_that_fit_no_constructor_fail_the_start()
    {
        var errors = TestActor;
        var boss = Play(strategy: () => new OneForOneStrategy(error =>
        {
            errors.Tell(error);
            return Directive.Stop;
        }));

        var child = ChildOf(boss, Props.Create<Speaker>(1, 2, 3));

        Assert.Equal(child, ExpectMsg<ActorInitializationException>().Actor);
    }

    [Fact]
    public void A_change_gives_new_props()
    {
        var props = Props.Create(() => new Speaker("x", 1));

        var changed = props.WithDispatcher("own-dispatcher").WithMailbox("own-mailbox");

        Assert.Equal(("own-dispatcher", "own-mailbox"), (changed.Dispatcher, changed.Mailbox));
        Assert.Equal("akka.actor.default-dispatcher", props.Dispatcher);
    }

    [Fact]
    public void Props_are_compared_by_their_parts()
    {
        Assert.Equal(Props.Create<Speaker>("a", 1), Props.Create<Speaker>("b", 2));
        Assert.NotEqual(Props.Create<Speaker>("a", 1), Props.Create<Speaker>("a"));
        Assert.NotEqual(Props.Create<Speaker>("a", 1), Props.Create<Speaker>("a", 1).WithDispatcher("other"));
    }

    [Fact]
    public void A_producer_makes_every_instance_and_gets_it_back()
    {
        var actor = Sys.ActorOf(Props.CreateBy(new Workshop(TestActor)));
        ExpectMsg("produced");

        actor.Tell(new FlawException("restart"));
        ExpectMsg("released");
        ExpectMsg("produced");

        Sys.Stop(actor);
        ExpectMsg("released");
    }

    [Fact]
    public void A_strategy_in_the_props_goes_before_the_actors_own()
    {
        var test = TestActor;
        var own = Role(strategy: () => new OneForOneStrategy(_ => Directive.Stop));
        var boss = Sys.ActorOf(own.WithSupervisorStrategy(new OneForOneStrategy(_ =>
        {
            test.Tell("props");
            return Directive.Stop;
        })));

        ChildOf(boss, Role((_, _) => throw new FlawException("child"))).Tell("x");

        ExpectMsg("props");
    }

    private static Speaker Make() => new("made", 1);

    private sealed class Speaker(string word, int times) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            for (var i = 0; i < times; i++)
            {
                Sender.Tell(word);
            }
        }
    }

    private sealed class Workshop(IActorRef test) : IIndirectActorProducer
    {
        public Type ActorType => typeof(Part);

        public ActorBase Produce()
        {
            test.Tell("produced");
            return new Part((_, message) => throw (Exception)message, null);
        }

        public void Release(ActorBase actor) => test.Tell("released");
    }
}
