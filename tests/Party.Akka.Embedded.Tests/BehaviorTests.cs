using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class BehaviorTests : QuietKit
{
    [Fact]
    public void Become_holds_from_the_next_message()
    {
        Tell(Sys.ActorOf<Mood>(), "become sad", "x");

        ExpectMsg("sad x");
    }

    [Fact]
    public void Behaviors_come_off_in_reverse()
    {
        Tell(Sys.ActorOf<Mood>(), "stack sad", "stack mad", 1, "back", 2, "back", 3);

        Assert.Equal(["mad 1", "sad 2", "glad 3"], ReceiveN(3));
    }

    [Fact]
    public void At_the_bottom_the_first_behavior_comes_back()
    {
        Tell(Sys.ActorOf<Mood>(), "become sad", "back", 1, "back", 2);

        Assert.Equal(["glad 1", "glad 2"], ReceiveN(2));
    }

    [Fact]
    public void Become_replaces_the_top_of_a_stack()
    {
        Tell(Sys.ActorOf<Mood>(), "stack sad", "become mad", 1, "back", 2);

        Assert.Equal(["mad 1", "glad 2"], ReceiveN(2));
    }

    [Fact]
    public void A_restart_begins_with_the_first_behavior()
    {
        Tell(Sys.ActorOf<Mood>(), "stack sad", new FlawException("x"), 1, "back", 2);

        Assert.Equal(["glad 1", "glad 2"], ReceiveN(2));
    }

    [Fact]
    public void A_behavior_chosen_in_the_constructor_holds()
    {
        Tell(Sys.ActorOf<Early>(), "x");

        ExpectMsg("early x");
    }

    [Fact]
    public void Handlers_of_the_old_behavior_are_gone()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(UnhandledMessage));
        Tell(Sys.ActorOf<Shifts>(), "change", 1, 2L, "back", 3);

        Assert.Equal(1, ExpectMsg<UnhandledMessage>().Message);
        ExpectMsg("night 2");
        ExpectMsg("day 3");
    }

    private void Tell(IActorRef actor, params object[] messages)
    {
        foreach (var message in messages)
        {
            actor.Tell(message, TestActor);
        }
    }

    private sealed class Mood : UntypedActor
    {
        protected override void OnReceive(object message) => Feel("glad", message);

        private void Feel(string mood, object message)
        {
            switch (message)
            {
                case Exception error:
                    throw error;
                case "back":
                    UnbecomeStacked();
                    break;
                case string text when text.StartsWith("become ", StringComparison.Ordinal):
                    Become(next => Feel(text[7..], next));
                    break;
                case string text when text.StartsWith("stack ", StringComparison.Ordinal):
                    BecomeStacked(next => Feel(text[6..], next));
                    break;
                default:
                    Sender.Tell($"{mood} {message}");
                    break;
            }
        }
    }

    private sealed class Early : ReceiveActor
    {
        public Early()
        {
            ReceiveAny(message => Sender.Tell("late " + message));
            Become(() => ReceiveAny(message => Sender.Tell("early " + message)));
        }
    }

    private sealed class Shifts : ReceiveActor
    {
        public Shifts()
        {
            Receive<string>(text => text == "change", _ => BecomeStacked(Night));
            Receive<int>(number => Sender.Tell("day " + number));
        }

        private void Night()
        {
            Receive<string>(text => text == "back", _ => UnbecomeStacked());
            Receive<long>(number => Sender.Tell("night " + number));
        }
    }
}
