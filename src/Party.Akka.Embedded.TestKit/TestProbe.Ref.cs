using Akka.Actor;
using Akka.Actor.References;
using Akka.TestKit.References;

namespace Akka.TestKit;

/// <content>The probe as a reference.</content>
public partial class TestProbe : IStandIn
{
    IInternalActorRef IStandIn.Actor => (IInternalActorRef)TestActor;

    /// <summary>Orders as the test actor does, by path.</summary>
    public int CompareTo(object? obj) => TestActor.CompareTo(obj);

    /// <summary>A probe equals its test actor and every stand-in for that.</summary>
    public override bool Equals(object? obj) => obj is IActorRef other && TestActor.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => TestActor.GetHashCode();

    /// <summary>The test actor's path, marked as that of a probe.</summary>
    public override string ToString() => $"TestProbe({TestActor})";
}
