using Akka.Actor;
using Akka.Event;

namespace Akka.Embedded.Tests;

public sealed class StashMailboxTests : QuietKit
{
    private const string Hocon = """
        akka.loglevel = ERROR
        small-stash { mailbox-type = "Akka.Dispatch.UnboundedDequeBasedMailbox, Akka", stash-capacity = 2 }
        one-stash { type = Dispatcher, throughput = 5, stash-capacity = 1 }
        small-box { mailbox-type = "Akka.Dispatch.BoundedDequeBasedMailbox, Akka", mailbox-capacity = 9 }
        small-box.stash-capacity = 3
        """;

    public StashMailboxTests()
        : base(Hocon)
    {
    }

    [Fact]
    public void The_base_classes_bring_a_stash()
    {
        Assert.Equal(-1, CapacityOf(Props.Create<Limited>()));
        Assert.Equal(-1, CapacityOf(Props.Create<Unlimited>().WithStashCapacity(3)));
        Assert.Equal(4, CapacityOf(Props.Create<Limited>().WithStashCapacity(4)));
    }

    [Fact]
    public void Mailbox_and_dispatcher_limit_it()
    {
        Assert.Equal(2, CapacityOf(Props.Create<Limited>().WithMailbox("small-stash")));
        Assert.Equal(1, CapacityOf(Props.Create<Limited>().WithDispatcher("one-stash")));
        Assert.Equal(2, CapacityOf(Props.Create<Limited>().WithMailbox("small-stash").WithDispatcher("one-stash")));
        Assert.Equal(3, CapacityOf(Props.Create(BoundedType).WithMailbox("small-box")));
    }

    [Fact]
    public void An_unrestricted_one_starts_on_a_mailbox_that_takes_messages_back() =>
        Assert.Equal(2, CapacityOf(Props.Create<Unrestricted>().WithMailbox("small-stash")));

    [Fact]
    public void An_unrestricted_one_has_none_on_the_mailbox_of_everybody()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));

        var actor = Sys.ActorOf(Props.Create<Unrestricted>());

        var problem = $"{ExpectMsg<Error>().Cause?.GetBaseException().Message}";
        Assert.Contains("DequeBasedMailbox required", problem, StringComparison.Ordinal);
        actor.Tell("capacity");
        Assert.IsType<NullReferenceException>(ExpectMsg<Error>().Cause);
    }

    [Fact]
    public void The_bare_interface_brings_none()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(Error));

        var actor = Sys.ActorOf(Props.Create<Bare>());

        ExpectMsg<Error>();
        actor.Tell("capacity");
        Assert.IsType<NullReferenceException>(ExpectMsg<Error>().Cause);
    }

    private static Type BoundedType => Type.GetType("Akka.Embedded.Tests.BoundedKeeper", throwOnError: true)!;

    private int CapacityOf(Props props)
    {
        Sys.ActorOf(props).Tell("capacity");
        return ExpectMsg<int>();
    }

    private sealed class Limited : UntypedActorWithStash
    {
        protected override void OnReceive(object message) => Sender.Tell(Stash.Capacity);
    }

    private sealed class Unlimited : UntypedActorWithUnboundedStash
    {
        protected override void OnReceive(object message) => Sender.Tell(Stash.Capacity);
    }

    private sealed class Unrestricted : UntypedActorWithUnrestrictedStash
    {
        protected override void OnReceive(object message) => Sender.Tell(Stash.Capacity);
    }

    private sealed class Bare : UntypedActor, IActorStash
    {
        public IStash Stash { get; set; } = null!;

        protected override void OnReceive(object message) => Sender.Tell(Stash.Capacity);
    }
}
