using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class MailboxTests() : QuietKit($$"""
    small {
      mailbox-type = "Akka.Dispatch.BoundedMailbox, Akka"
      mailbox-capacity = 2
      mailbox-push-timeout-time = 10ms
    }
    by-length { mailbox-type = "{{typeof(ShortestFirst).AssemblyQualifiedName}}" }
    short-stash { mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox, Akka", stash-capacity = 1 }
    akka.actor.deployment { /deployed { mailbox = small } }
    """)
{
    [Theory]
    [InlineData("small", null)]
    [InlineData("", "deployed")]
    public void What_a_full_mailbox_can_not_take_is_a_dead_letter(string mailbox, string? name)
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));
        var props = Role((me, message) => me.From.Tell(message));
        using var gate = new ManualResetEventSlim();
        var actor = Blocked(mailbox.Length == 0 ? props : props.WithMailbox(mailbox), gate, name);

        actor.Tell(1);
        actor.Tell(2);
        actor.Tell(3);
        Assert.Equal(3, ExpectMsg<DeadLetter>().Message);
        gate.Set();

        Assert.Equal([1, 2], ReceiveN(2));
    }

    [Fact]
    public void A_mailbox_may_sort()
    {
        using var gate = new ManualResetEventSlim();
        var actor = Blocked(Role((me, message) => me.From.Tell(message)).WithMailbox("by-length"), gate);

        foreach (var word in new[] { "ccc", "a", "bb", "dd" })
        {
            actor.Tell(word);
        }

        gate.Set();
        Assert.Equal(["a", "bb", "dd", "ccc"], ReceiveN(4));
    }

    [Fact]
    public void The_mailbox_limits_the_stash()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Hoarder()).WithMailbox("short-stash"));

        actor.Tell(1);
        actor.Tell(2);

        ExpectMsg("stashed");
        ExpectMsg<StashOverflowException>();
    }

    [Fact]
    public void A_mailbox_that_is_not_described_is_refused() =>
        Assert.Throws<ConfigurationException>(() => Sys.ActorOf(Role().WithMailbox("nowhere")));

    [Fact]
    public void A_mailbox_that_can_not_do_what_the_actor_requires_is_refused() =>
        Assert.ThrowsAny<Exception>(() => Sys.ActorOf(Props.Create(() => new Hoarder()).WithMailbox("small")));

    private IActorRef Blocked(Props props, ManualResetEventSlim gate, string? name = null)
    {
        var actor = Sys.ActorOf(props, name);
        using var entered = new ManualResetEventSlim();
        actor.Tell(
            new Errand(_ =>
            {
                entered.Set();
                gate.Wait();
                return true;
            }),
            ActorRefs.Nobody);
        entered.Wait();
        return actor;
    }

    public sealed class ShortestFirst(
        Settings settings, Config config) : UnboundedStablePriorityMailbox(settings, config)
    {
        protected override int PriorityGenerator(object message) => message is string text ? text.Length : 0;
    }

    private sealed class Hoarder : UntypedActor, IWithStash
    {
        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message) =>
            Sender.Tell((object?)Record.Exception(Stash.Stash) ?? "stashed");
    }
}
