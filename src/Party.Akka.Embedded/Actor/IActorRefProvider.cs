using Akka.Actor.References;

namespace Akka.Actor;

/// <summary>Makes and finds references.</summary>
public interface IActorRefProvider
{
    /// <summary>The address under which this system knows itself.</summary>
    Address DefaultAddress { get; }

    /// <summary>The top of the tree.</summary>
    ActorPath RootPath { get; }

    /// <summary>Where messages go that reach nobody.</summary>
    IActorRef DeadLetters { get; }

    /// <summary>A reference that swallows every message.</summary>
    IActorRef IgnoreRef { get; }

    /// <summary>Completes when all actors have ended.</summary>
    Task TerminationTask { get; }

    /// <summary>The configuration of the system.</summary>
    Settings Settings { get; }

    /// <summary>A path below <c>/temp</c> that was not used before.</summary>
    ActorPath TempPath();

    /// <summary>The actor at a path in serialization format; where none lives, one that makes dead letters.</summary>
    IActorRef ResolveActorRef(string path);

    /// <inheritdoc cref="ResolveActorRef(string)"/>
    IActorRef ResolveActorRef(ActorPath actorPath);

    /// <summary>The root of the tree, or the dead letters for the address of another system.</summary>
    IActorRef RootGuardianAt(Address address);

    /// <summary>The address by which this system answers that one: its own for its own, null for any other.</summary>
    Address? GetExternalAddressFor(Address address);

    internal LocalActorRef RootGuardian { get; }

    internal TempContainerRef TempContainer { get; }
}
