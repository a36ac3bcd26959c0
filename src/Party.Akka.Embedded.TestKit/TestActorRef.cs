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
}
