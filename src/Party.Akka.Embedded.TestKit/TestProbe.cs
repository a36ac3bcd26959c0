using Akka.Actor;

namespace Akka.TestKit;

/// <summary>A further test actor in a system under test, with a mailbox and a voice of its own.</summary>
/// <remarks>It serves as an <see cref="IActorRef"/>: what is told to it is told to <see cref="Ref"/>.</remarks>
public partial class TestProbe : TestKitBase, INoImplicitSender
{
    /// <summary>Makes a probe in a system; without a name it is called like a test actor.</summary>
    public TestProbe(ActorSystem system, ITestKitAssertions assertions, string? testProbeName = null)
        : base(assertions, system, testProbeName)
    {
    }

    /// <summary>The test actor behind the probe.</summary>
    public IActorRef Ref => TestActor;

    /// <summary>Who sent the message that was received last.</summary>
    public IActorRef Sender => LastSender;

    /// <summary>Tells an actor something, with this probe as the sender.</summary>
    public void Send(IActorRef actor, object message) => actor.Tell(message, TestActor);

    /// <summary>Tells the sender of the message that was received last something, from this probe.</summary>
    public void Reply(object message) => Sender.Tell(message, TestActor);

    /// <summary>Passes the message that was received last on, with its first sender.</summary>
    public void Forward(IActorRef actor) => Forward(actor, LastMessage!);

    /// <summary>Tells an actor something in the name of whoever sent the message that was received last.</summary>
    public void Forward(IActorRef actor, object message) => actor.Tell(message, Sender);

    /// <summary>Always fails: a probe belongs to a kit, and only the kit makes probes.</summary>
    public override TestProbe CreateTestProbe(string? name = null) =>
        throw new NotSupportedException("Cannot create a probe from a probe. Use the kit that made this one.");
}
