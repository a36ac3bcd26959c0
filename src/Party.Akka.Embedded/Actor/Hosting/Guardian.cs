namespace Akka.Actor.Hosting;

/// <summary>A parent that does nothing but supervise, and ends with the actor it watches, if it watches one.</summary>
/// <param name="endsWith">The actor it watches; nobody for none.</param>
/// <param name="ending">What to do before it ends with that one; null for nothing.</param>
internal sealed class Guardian(Func<IActorRef> endsWith, Action? ending = null) : UntypedActor
{
    protected override void PreStart() => Context.Watch(endsWith());

    // A guardian that was restarted goes on with the children it has.
    protected override void PreRestart(Exception reason, object? message)
    {
    }

    protected override void OnReceive(object message)
    {
        if (message is Terminated)
        {
            ending?.Invoke();
            Context.Stop(Self);
        }
        else
        {
            Unhandled(message);
        }
    }
}
