using System.Diagnostics.CodeAnalysis;

namespace Akka.Actor;

/// <summary>Tells a real reference from "no actor".</summary>
public static class ActorRefExtensions
{
    /// <summary>True for null and for <see cref="ActorRefs.Nobody"/>.</summary>
    public static bool IsNobody([NotNullWhen(false)] this IActorRef? actorRef) => actorRef is null or Nobody;

    /// <summary>The reference itself, or what <paramref name="elseValue"/> makes where it is nobody.</summary>
    public static IActorRef GetOrElse(this IActorRef? actorRef, Func<IActorRef> elseValue) =>
        actorRef.IsNobody() ? elseValue() : actorRef;
}
