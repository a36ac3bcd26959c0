using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.Embedded.Tests;

public sealed class ExtendedSystemTests : QuietKit
{
    private ExtendedActorSystem Extended => (ExtendedActorSystem)Sys;

    [Fact]
    public void The_ignoring_reference_swallows_everything()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Akka.Event.DeadLetter));

        Sys.IgnoreRef.Tell("x", TestActor);
        Sys.IgnoreRef.Tell(new Identify(1), TestActor);
        TestActor.Tell("end");

        ExpectMsg("end");
        Assert.Equal("akka://local/ignore", Sys.IgnoreRef.Path.ToString());
        Assert.False(Sys.IgnoreRef.IsNobody());
        Assert.Equal(Sys.IgnoreRef, Extended.Provider.IgnoreRef);
    }

    [Fact]
    public void The_tree_names_every_actor()
    {
        var parent = Play(name: "parent");
        ChildOf(parent, Role(), "child");

        var lines = Extended.PrintTree().Split('\n');

        var above = Array.FindIndex(lines, line => line.Contains("parent LocalActorRef", StringComparison.Ordinal)
            || line.Contains("parent RepointableActorRef", StringComparison.Ordinal));
        Assert.EndsWith("1 children", lines[above].TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("L-> child LocalActorRef", lines[above + 1], StringComparison.Ordinal);
        Assert.EndsWith("No children", lines[above + 1].TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Abort_ends_everything()
    {
        Assert.False(Extended.Provider.TerminationTask.IsCompleted);

        Extended.Abort();

        await Sys.WhenTerminated.WaitAsync(Patience);
        await Extended.Provider.TerminationTask.WaitAsync(Patience);
    }

    [Fact]
    public void Only_the_own_address_is_answered()
    {
        var own = Extended.Provider.DefaultAddress;

        Assert.Equal(own, Extended.Provider.GetExternalAddressFor(own));
        Assert.Null(Extended.Provider.GetExternalAddressFor(new Address("akka", "other")));
    }

    [Fact]
    public void Mailboxes_say_who_asks_for_what()
    {
        var boxes = Sys.Mailboxes;

        Assert.True(boxes.HasRequiredType(typeof(UntypedActorWithStash)));
        Assert.Equal(typeof(IDequeBasedMessageQueueSemantics), boxes.GetRequiredType(typeof(UntypedActorWithStash)));
        Assert.False(boxes.HasRequiredType(typeof(Part)));
        Assert.Null(boxes.GetRequiredType(typeof(Part)));
        Assert.True(boxes.ProducesMessageQueue(typeof(UnboundedMailbox)));
        Assert.IsType<UnboundedDequeBasedMailbox>(boxes.LookupByQueueType(typeof(IDequeBasedMessageQueueSemantics)));
        Assert.Throws<ConfigurationException>(() => boxes.LookupByQueueType(typeof(string)));
        Assert.Equal("", Mailboxes.NoMailboxRequirement);
    }

    [Fact]
    public void A_handler_needs_a_type()
    {
        var test = TestActor;
        var boss = Boss(error =>
        {
            test.Tell(error.GetBaseException());
            return Directive.Stop;
        });

        ChildOf(boss, Props.Create<Careless>());

        ExpectMsg<ArgumentException>();
    }

    private sealed class Careless : ReceiveActor
    {
        public Careless() => Receive((Type)null!, _ => { });
    }
}
