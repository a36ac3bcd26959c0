using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class SelectionTests : QuietKit
{
    [Theory]
    [InlineData("/user/parent/child")]
    [InlineData("akka://test/user/parent/child")]
    [InlineData("/user/parent/child/")]
    [InlineData("/user/*/child")]
    [InlineData("/user/parent/ch?ld")]
    [InlineData("/user/parent/../parent/child")]
    public async Task A_path_leads_to_the_actor(string path)
    {
        var child = ChildOf(Play(name: "parent"), Role(), "child");

        Assert.Equal(child, await Sys.ActorSelection(path).ResolveOne(Patience));
    }

    [Fact]
    public async Task A_relative_path_starts_at_the_actor()
    {
        var parent = Play();
        var child = ChildOf(parent, Role(), "child");
        var sibling = ChildOf(parent, Role(), "sibling");

        Assert.Equal(child, await Inside(parent, part => part.Cell.ActorSelection("child")).ResolveOne(Patience));
        Assert.Equal(sibling, await Inside(child, part => part.Cell.ActorSelection("../sibling")).ResolveOne(Patience));
    }

    [Fact]
    public void A_star_reaches_all_and_a_pattern_those_that_fit()
    {
        var parent = Play(name: "parent");
        foreach (var name in new[] { "a1", "a2", "b1" })
        {
            ChildOf(parent, Role((me, message) => TestActor.Tell($"{me.Me.Path.Name} {message}")), name);
        }

        Sys.ActorSelection("/user/parent/*").Tell("all");
        ExpectMsgAllOf("a1 all", "a2 all", "b1 all");

        Sys.ActorSelection("/user/parent/a?").Tell("some");
        ExpectMsgAllOf("a1 some", "a2 some");
    }

    [Fact]
    public void Two_stars_reach_everything_below()
    {
        var parent = Play(name: "parent");
        var child = ChildOf(parent, Role((_, _) => TestActor.Tell("child")), "child");
        ChildOf(child, Role((_, _) => TestActor.Tell("grandchild")), "grandchild");

        Sys.ActorSelection("/user/parent/**").Tell("x");

        ExpectMsgAllOf("child", "grandchild");
    }

    [Fact]
    public async Task Where_nobody_is_the_search_fails()
    {
        await Assert.ThrowsAsync<ActorNotFoundException>(() => Sys.ActorSelection("/user/nobody").ResolveOne(Patience));
        await Assert.ThrowsAsync<ActorNotFoundException>(
            () => Inside(Play(), part => part.Cell.ActorSelection("./child")).ResolveOne(Patience));
    }

    [Fact]
    public void A_message_to_nobody_is_a_dead_letter_for_that_path()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        Sys.ActorSelection("/user/nobody/below").Tell("lost");

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("lost", letter.Message);
        Assert.Equal("/user/nobody/below", letter.Recipient.Path.ToStringWithoutAddress());
    }

    [Fact]
    public void Who_asks_nobody_learns_that_nobody_is_there()
    {
        Sys.ActorSelection("/user/nobody").Tell(new Identify("id"));

        var identity = ExpectMsg<ActorIdentity>();
        Assert.Equal("id", identity.MessageId);
        Assert.Null(identity.Subject);
    }

    [Fact]
    public void Selections_are_compared_by_where_they_lead()
    {
        Assert.Equal(Sys.ActorSelection("/user/a/*"), Sys.ActorSelection("/user/a/*"));
        Assert.NotEqual(Sys.ActorSelection("/user/a"), Sys.ActorSelection("/user/b"));
        Assert.Equal("/user/a/*", Sys.ActorSelection("/user/a/*").PathString);
    }

    [Fact]
    public void Who_waits_for_a_reply_and_the_dead_letters_have_paths_too()
    {
        var provider = ((ExtendedActorSystem)Sys).Provider;
        var asker = Play((me, _) => TestActor.Tell(me.From));
        _ = asker.Ask("who");
        var waiting = ExpectMsg<IActorRef>();

        Assert.Equal(waiting, provider.ResolveActorRef(waiting.Path.ToSerializationFormat()));
        Assert.Equal(Sys.DeadLetters.Path, provider.ResolveActorRef(Sys.DeadLetters.Path).Path);
    }

    [Fact]
    public void A_path_resolves_to_whoever_lives_there_now()
    {
        var provider = ((ExtendedActorSystem)Sys).Provider;
        var actor = Play(name: "named");

        Assert.Equal(actor, provider.ResolveActorRef(actor.Path.ToSerializationFormat()));
        Assert.Equal(actor, provider.ResolveActorRef(actor.Path.WithUid(actor.Path.Uid + 1)));
    }
}
