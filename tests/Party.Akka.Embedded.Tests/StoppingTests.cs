using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class StoppingTests : QuietKit
{
    [Fact]
    public void Stop_leaves_waiting_messages_as_dead_letters()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var actor = Play();

        Inside(actor, part =>
        {
            part.Me.Tell("left", TestActor);
            part.Cell.Stop(part.Me);
            return true;
        });

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal(("left", TestActor, actor), (letter.Message, letter.Sender, letter.Recipient));
    }

    [Fact]
    public void A_poison_pill_waits_for_its_turn()
    {
        var actor = Sys.ActorOf(Witness());
        actor.Tell(1);
        actor.Tell(PoisonPill.Instance);
        actor.Tell(2);

        Assert.Equal(["made", "started", 1, "stopped"], ReceiveN(4));
    }

    [Fact]
    public void Kill_is_a_failure_that_stops()
    {
        var actor = Sys.ActorOf(Witness());
        actor.Tell(Kill.Instance);

        Assert.Equal(["made", "started", "stopped"], ReceiveN(3));
    }

    [Fact]
    public void Children_end_before_their_parent()
    {
        var test = TestActor;
        var parent = Sys.ActorOf(Props.Create(() => new Mourner(test, "parent", 2)));
        ExpectMsg("born");
        ExpectMsg("born");
        ExpectMsg("born");

        Sys.Stop(parent);

        Assert.Equal(["parent-0-0", "parent-0", "parent"], ReceiveN(3));
    }

    [Fact]
    public void A_name_is_taken_until_the_child_has_ended()
    {
        var parent = Play();

        var error = Inside(parent, part =>
        {
            part.Cell.Stop(part.Cell.ActorOf(Role(), "kid"));
            return Record.Exception(() => part.Cell.ActorOf(Role(), "kid"));
        });

        Assert.IsType<InvalidActorNameException>(error);
    }

    [Fact]
    public void A_child_can_be_started_by_an_actor_that_is_about_to_stop()
    {
        var parent = Play();
        Watch(parent);

        Inside(parent, part =>
        {
            part.Cell.Stop(part.Me);
            return part.Cell.ActorOf(Role());
        });

        ExpectTerminated(parent);
    }

    [Fact]
    public void An_actor_that_stops_in_its_start_handles_nothing()
    {
        var test = TestActor;
        var actor = Sys.ActorOf(Props.Create(() => new Quitter(test)));
        Watch(actor);

        actor.Tell("never");

        ExpectTerminated(actor);
    }

    [Fact]
    public async Task A_graceful_stop_says_whether_it_came_in_time()
    {
        Assert.True(await Play().GracefulStop(Patience));

        var deaf = Play((_, _) => { });
        Assert.False(await deaf.GracefulStop(TimeSpan.FromMilliseconds(20), "ignored"));
    }

    [Fact]
    public async Task A_dead_actor_has_stopped_gracefully()
    {
        var actor = Play();
        StopAndWait(actor);

        Assert.True(await actor.GracefulStop(Patience));
    }

    private sealed class Mourner : UntypedActor
    {
        private readonly IActorRef _test;
        private readonly string _name;

        public Mourner(IActorRef test, string name, int generations)
        {
            (_test, _name) = (test, name);
            _test.Tell("born");
            if (generations > 0)
            {
                Context.ActorOf(Props.Create(() => new Mourner(test, name + "-0", generations - 1)));
            }
        }

        protected override void PostStop() => _test.Tell(_name);

        protected override void OnReceive(object message) => Unhandled(message);
    }

    private sealed class Quitter(IActorRef test) : UntypedActor
    {
        protected override void PreStart() => Context.Stop(Self);

        protected override void OnReceive(object message) => test.Tell(message);
    }
}
