namespace Akka.Actor;

/// <summary>Makes actors in a way of its own, such as from a container.</summary>
public interface IIndirectActorProducer
{
    /// <summary>The class of the actors.</summary>
    Type ActorType { get; }

    /// <summary>Makes a new instance, for a start and for every restart.</summary>
    ActorBase Produce();

    /// <summary>Takes back an instance that has stopped or was replaced.</summary>
    void Release(ActorBase actor);
}
