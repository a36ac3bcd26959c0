using Akka.Actor;

namespace Akka.TestKit;

/// <summary>An actor under test: told synchronously, seen from inside.</summary>
public class TestActorRef<TActor> : TestActorRefBase<TActor>
    where TActor : ActorBase
{
    /// <summary>Starts the actor, under /user unless a supervisor is given.</summary>
    public TestActorRef(ActorSystem system, Props actorProps, IActorRef? supervisor = null, string? name = null)
        : base(system, actorProps, supervisor, name)
    {
    }

    /// <summary>Whether both are the same actor, or both null.</summary>
    public static bool operator ==(TestActorRef<TActor>? testActorRef, IActorRef? actorRef) =>
        testActorRef?.Equals(actorRef) ?? actorRef is null;

    /// <summary>Whether the two are not the same actor.</summary>
    public static bool operator !=(TestActorRef<TActor>? testActorRef, IActorRef? actorRef) =>
        !(testActorRef == actorRef);

    /// <inheritdoc cref="op_Equality(TestActorRef{TActor}, IActorRef)"/>
    public static bool operator ==(IActorRef? actorRef, TestActorRef<TActor>? testActorRef) =>
        testActorRef == actorRef;

    /// <inheritdoc cref="op_Inequality(TestActorRef{TActor}, IActorRef)"/>
    public static bool operator !=(IActorRef? actorRef, TestActorRef<TActor>? testActorRef) =>
        !(testActorRef == actorRef);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => base.Equals(obj);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
