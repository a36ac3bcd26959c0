using Akka.Actor;
using Akka.Actor.Hosting;
using Akka.Actor.References;
using Akka.Dispatch.SystemMessages;
using Akka.Util;

namespace Akka.TestKit.References;

/// <summary>Something of the test's that serves as a reference: what is told to it reaches the actor behind.</summary>
internal interface IStandIn : IInternalActorRef
{
    IInternalActorRef Actor { get; }

    IInternalActorRef IInternalActorRef.Itself => Actor;

    ActorPath IActorRef.Path => Actor.Path;

    EmbeddedActorSystem IInternalActorRef.System => Actor.System;

    IInternalActorRef IInternalActorRef.Parent => Actor.Parent;

    IEnumerable<IInternalActorRef> IInternalActorRef.Children => Actor.Children;

    IInternalActorRef? IInternalActorRef.Child(string name) => Actor.Child(name);

    void IInternalActorRef.SendSystemMessage(SystemMessage message) => Actor.SendSystemMessage(message);

    void ICanTell.Tell(object message, IActorRef? sender) => Actor.Tell(message, sender);

    bool IEquatable<IActorRef>.Equals(IActorRef? other) => Actor.Equals(other);

    int IComparable<IActorRef>.CompareTo(IActorRef? other) => Actor.CompareTo(other);

    int IComparable.CompareTo(object? obj) => Actor.CompareTo(obj);

    ISurrogate ISurrogated.ToSurrogate(ActorSystem system) => Actor.ToSurrogate(system);
}
