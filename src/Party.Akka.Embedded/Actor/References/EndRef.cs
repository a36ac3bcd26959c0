using Akka.Dispatch.SystemMessages;
using Akka.Event;

namespace Akka.Actor.References;

/// <summary>Waits for the end of an actor: true when it has come, false when time has run out.</summary>
internal sealed class EndRef(IInternalActorRef target) : PromiseRef<bool>(target.System)
{
    public void Watch() => target.SendSystemMessage(new Watch(target, this));

    public void Unwatch() => target.SendSystemMessage(new Unwatch(this));

    public override void SendSystemMessage(SystemMessage message)
    {
        if (message is DeathWatchNotification)
        {
            TrySetResult(true);
        }
        else
        {
            base.SendSystemMessage(message);
        }
    }

    protected override void TellInternal(object message, IActorRef? sender) =>
        System.DeadLetters.Tell(new DeadLetter(message, sender ?? System.DeadLetters, this), sender);

    protected override void TimeOut()
    {
        Unwatch();
        TrySetResult(false);
    }
}
