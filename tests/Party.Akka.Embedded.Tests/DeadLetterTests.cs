using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class DeadLetterTests : QuietKit
{
    [Fact]
    public void A_message_to_a_dead_actor_is_a_dead_letter()
    {
        var actor = Play();
        StopAndWait(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        actor.Tell("too late");

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal(("too late", TestActor, actor), (letter.Message, letter.Sender, letter.Recipient));
    }

    [Fact]
    public void A_letter_is_not_put_into_another()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        Sys.DeadLetters.Tell(new DeadLetter("inner", TestActor, TestActor));

        Assert.Equal("inner", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void What_nobody_misses_is_a_letter_of_another_kind()
    {
        var actor = Play();
        StopAndWait(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));

        actor.Tell(PoisonPill.Instance);
        actor.Tell(Kill.Instance);

        Assert.IsType<PoisonPill>(ExpectMsg<SuppressedDeadLetter>().Message);
        Assert.IsType<Kill>(ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void An_unhandled_message_is_among_all_dead_letters()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));

        Play().Tell("unwanted");

        Assert.Equal("unwanted", ExpectMsg<UnhandledMessage>().Message);
    }

    [Fact]
    public async Task A_reply_that_comes_too_late_is_a_dead_letter()
    {
        var test = TestActor;
        var silent = Play((me, _) => test.Tell(me.From));
        await Assert.ThrowsAsync<AskTimeoutException>(
            () => silent.Ask<string>("question", TimeSpan.FromMilliseconds(20)));
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        ExpectMsg<IActorRef>().Tell("late");

        Assert.Equal("late", ExpectMsg<DeadLetter>().Message);
    }
}
