using System.Diagnostics.CodeAnalysis;
using Akka.Actor.References;

namespace Akka.Actor;

/// <summary>Tells a real reference from "no actor".</summary>
public static class ActorRefExtensions
{
    /// <summary>True for null, for <see cref="ActorRefs.Nobody"/> and for the dead letters.</summary>
    public static bool IsNobody([NotNullWhen(false)] this IActorRef? actorRef) =>
        actorRef is null or Nobody or DeadLetterActorRef;

    /// <summary>The reference itself, or what <paramref name="elseValue"/> makes where it is nobody.</summary>
    public static IActorRef GetOrElse(this IActorRef? actorRef, Func<IActorRef> elseValue) =>
        actorRef.IsNobody() ? elseValue() : actorRef;
}
