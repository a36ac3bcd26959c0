using Akka.Util;

namespace Akka.Actor;

/// <summary>A handle to one actor, valid through its restarts and after its end.</summary>
/// <remarks>
/// Two references are equal when path and uid are: an actor started later under the same name is another one.
/// </remarks>
public interface IActorRef : ICanTell, IEquatable<IActorRef>, IComparable<IActorRef>, ISurrogated, IComparable
{
    /// <summary>Where the actor lives in its system's tree.</summary>
    ActorPath Path { get; }
}
