using Akka.Actor.References;

namespace Akka.Dispatch.SystemMessages;

/// <summary>A child or a watched actor has ended.</summary>
internal sealed class DeathWatchNotification(IInternalActorRef actor, bool existenceConfirmed) : SystemMessage
{
    public IInternalActorRef Actor => actor;

    /// <summary>False where the actor had ended, or never lived, when the watch began.</summary>
    public bool ExistenceConfirmed => existenceConfirmed;
}
