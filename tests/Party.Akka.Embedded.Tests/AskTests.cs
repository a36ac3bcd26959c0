using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class AskTests : QuietKit
{
    [Fact]
    public async Task The_reply_is_the_result()
    {
        Assert.Equal("reply", await Replier("reply").Ask<string>("question", Patience));
        Assert.Equal(7, await Replier(7).Ask("question", Patience));
    }

    [Fact]
    public async Task A_reply_of_another_type_is_an_error_that_names_both()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Replier(7).Ask<string>("question", Patience));

        Assert.Contains("System.Int32", error.Message, StringComparison.Ordinal);
        Assert.Contains("System.String", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_throws_its_cause_unless_a_status_is_asked_for()
    {
        var failure = new Status.Failure(new FlawException("reply"));
        var replier = Replier(failure);

        await Assert.ThrowsAsync<FlawException>(() => replier.Ask<string>("question", Patience));
        Assert.Same(failure, await replier.Ask("question", Patience));
        Assert.Same(failure, await replier.Ask<Status>("question", Patience));
    }

    [Fact]
    public async Task Silence_times_out() => await Assert.ThrowsAsync<AskTimeoutException>(
        () => Play((_, _) => { }).Ask<string>("question", TimeSpan.FromMilliseconds(20)));

    [Fact]
    public async Task A_token_cancels_the_wait()
    {
        using var source = new CancellationTokenSource();
        var asked = Play((_, _) => { }).Ask<string>("question", source.Token);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task A_dead_actor_does_not_reply_and_leaves_a_dead_letter()
    {
        var actor = Play();
        StopAndWait(actor);
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        await Assert.ThrowsAsync<AskTimeoutException>(
            () => actor.Ask<string>("question", TimeSpan.FromMilliseconds(20)));

        Assert.Equal("question", ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public async Task Every_question_has_an_asker_of_its_own_below_temp()
    {
        var who = Play((me, _) => me.From.Tell(me.From));

        var one = await who.Ask<IActorRef>("who", Patience);
        var two = await who.Ask<IActorRef>("who", Patience);

        Assert.StartsWith("/temp/", one.Path.ToStringWithoutAddress(), StringComparison.Ordinal);
        Assert.NotEqual(one, two);
    }

    [Fact]
    public async Task A_message_may_carry_the_asker()
    {
        var actor = Play((_, message) => ((IActorRef)message).Tell("to you"));

        Assert.Equal("to you", await actor.Ask<string>(asker => asker, Patience, CancellationToken.None));
    }

    [Fact]
    public async Task A_selection_can_be_asked()
    {
        Play((me, message) => me.From.Tell(message), "selected");

        Assert.Equal("x", await Sys.ActorSelection("/user/selected").Ask<string>("x", Patience));
    }

    [Fact]
    public void Nobody_can_not_be_asked() =>
        Assert.Throws<NotSupportedException>(() => { _ = ActorRefs.Nobody.Ask("question"); });

    private IActorRef Replier(object reply) => Play((me, _) => me.From.Tell(reply, me.Me));
}
