using Akka.Dispatch.SystemMessages;

namespace Akka.Actor.References;

/// <summary>What the runtime tells an actor, in words.</summary>
internal static class InternalActorRefs
{
    public static void Stop(this IInternalActorRef actor) => actor.SendSystemMessage(new Terminate());
}
