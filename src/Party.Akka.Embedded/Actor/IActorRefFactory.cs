namespace Akka.Actor;

/// <summary>Where actors are started and looked up: a system at its top level, a context for its children.</summary>
public interface IActorRefFactory
{
    /// <summary>Starts an actor and returns at once; it is constructed on its own thread dispatcher.</summary>
    /// <param name="props">How to make it.</param>
    /// <param name="name">Unique among its siblings; generated where it is null.</param>
    /// <exception cref="InvalidActorNameException">The name is malformed or in use.</exception>
    IActorRef ActorOf(Props props, string? name = null);

    /// <summary>Selects by an absolute path.</summary>
    ActorSelection ActorSelection(ActorPath actorPath);

    /// <summary>Selects by a path that may be relative and may hold <c>*</c>, <c>?</c> and <c>..</c>.</summary>
    ActorSelection ActorSelection(string actorPath);
}
