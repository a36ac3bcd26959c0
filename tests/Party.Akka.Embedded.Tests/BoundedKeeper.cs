using Akka.Actor;

namespace Akka.Embedded.Tests;

/// <summary>Tells the capacity of its stash, which asks for a mailbox with a limit.</summary>
[Obsolete("For the tests of an interface that is obsolete.")]
internal sealed class BoundedKeeper : UntypedActor, IWithBoundedStash
{
    public IStash Stash { get; set; } = null!;

    protected override void OnReceive(object message) => Sender.Tell(Stash.Capacity);
}
