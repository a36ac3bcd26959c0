using Akka.Actor.Hosting;
using Akka.Dispatch.SystemMessages;

namespace Akka.Actor.References;

/// <summary>Stands above the root guardian, where no actor can: it learns of the end of the tree.</summary>
internal sealed class RootSupervisorRef(EmbeddedActorSystem system, ActorPath path, Action<Exception?> ended)
    : EmptyActorRef(system, path)
{
    private Exception? _cause;

    public override void SendSystemMessage(SystemMessage message)
    {
        switch (message)
        {
            case Failed failed:
                _cause = failed.Cause;
                failed.Child.Stop();
                break;
            case DeathWatchNotification:
                ended(_cause);
                break;
            default:
                base.SendSystemMessage(message);
                break;
        }
    }
}
