using Akka.Actor;

namespace Akka.Embedded.Tests;

public sealed class ReceiveTimeoutTests : VirtualKit
{
    [Fact]
    public void Silence_is_told_again_and_again()
    {
        var actor = NewListener();
        Set(actor, Minute);

        for (var i = 0; i < 3; i++)
        {
            Clock.Advance(Minute);
            ExpectMsg<ReceiveTimeout>();
            Settle(actor);
        }
    }

    [Fact]
    public void A_message_starts_the_silence_anew()
    {
        var actor = NewListener();
        Set(actor, Minute);
        Clock.Advance(Minute / 2);
        actor.Tell("noise");
        ExpectMsg("noise");
        Settle(actor);

        Clock.Advance(Minute / 2);
        Settle(actor);
        Assert.False(HasMessages);

        Clock.Advance(Minute / 2);
        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void Some_messages_do_not_break_the_silence()
    {
        var actor = NewListener();
        Set(actor, Minute);
        Clock.Advance(Minute / 2);
        actor.Tell(new Whisper());
        ExpectMsg<Whisper>();
        Settle(actor);

        Clock.Advance(Minute / 2);

        ExpectMsg<ReceiveTimeout>();
    }

    [Fact]
    public void It_can_be_switched_off()
    {
        var actor = NewListener();
        Set(actor, Minute);
        Set(actor, null);

        Clock.Advance(10 * Minute);

        Settle(actor);
        Assert.False(HasMessages);
    }

    [Fact]
    public void The_context_tells_how_long_it_is()
    {
        var actor = Play();

        Assert.Equal(Minute, Inside(actor, part =>
        {
            part.Cell.SetReceiveTimeout(Minute);
            return part.Cell.ReceiveTimeout.GetValueOrDefault();
        }));
    }

    private IActorRef NewListener()
    {
        var test = TestActor;
        return Play((me, message) =>
        {
            if (message is ValueTuple<TimeSpan?> timeout)
            {
                me.Cell.SetReceiveTimeout(timeout.Item1);
            }
            else
            {
                test.Tell(message);
            }
        });
    }

    private static void Set(IActorRef actor, TimeSpan? timeout)
    {
        actor.Tell(ValueTuple.Create(timeout), ActorRefs.NoSender);
        Settle(actor);
    }

    // Identify does not break the silence; its answer says that what was before it is done.
    private static void Settle(IActorRef actor) =>
        actor.Ask<ActorIdentity>(new Identify(0), Patience).GetAwaiter().GetResult();

    private sealed class Whisper : INotInfluenceReceiveTimeout;
}
