using Akka.Actor;

namespace Akka.TestKit.Tests;

public sealed class ActTests : QuietKit
{
    [Fact]
    public void Function_writes_the_handlers()
    {
        var actor = ActorOf(act =>
        {
            act.Receive<string>((message, context) => context.Sender.Tell(message + context.Self.Path.Name));
            act.ReceiveAny((_, context) => context.Sender.Tell("any"));
        }, "act");
        actor.Tell("x");
        actor.Tell(1);
        Assert.Equal(["xact", "any"], ReceiveN(2));
    }

    [Fact]
    public void Function_writes_the_life()
    {
        List<string> life = [];
        var actor = ActorOf((act, _) =>
        {
            act.OnPreStart = _ => life.Add("start");
            act.OnPostStop = _ => life.Add("stop");
            act.OnPreRestart = (_, message, _) => life.Add($"before {message}");
            act.OnPostRestart = (_, _) => life.Add("after");
            act.Receive<string>((message, _) => throw new InvalidOperationException(message));
        });
        Watch(actor);
        actor.Tell("worm");
        actor.Tell(PoisonPill.Instance);
        ExpectTerminated(actor);
        Assert.Equal(["start", "before worm", "after", "stop"], life);
    }

    [Fact]
    public void Stacked_behaviour_is_left_again()
    {
        var actor = ActorOf(act => act.Receive<string>((message, context) =>
        {
            context.Sender.Tell("1" + message);
            act.BecomeStacked((other, inner) =>
            {
                inner.Sender.Tell("2" + other);
                act.UnbecomeStacked();
            });
        }));
        actor.Tell("x");
        actor.Tell("y");
        actor.Tell("z");
        Assert.Equal(["1x", "2y", "1z"], ReceiveN(3));
    }

    [Fact]
    public void Child_is_written_by_a_function_too()
    {
        var actor = ActorOf(act =>
        {
            var child = act.ActorOf(kid => kid.ReceiveAny((m, context) => context.Sender.Tell("kid " + m)), "kid");
            act.ReceiveAny((message, _) => child.Forward(message));
        });
        actor.Tell("x");
        ExpectMsg("kid x");
    }
}
