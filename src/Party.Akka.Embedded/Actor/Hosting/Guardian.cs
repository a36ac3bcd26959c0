namespace Akka.Actor.Hosting;

/// <summary>A parent that does nothing but supervise, and ends with the actor it watches, if it watches one.</summary>
internal sealed class Guardian(Func<IActorRef> endsWith) : UntypedActor
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
            Context.Stop(Self);
        }
        else
        {
            Unhandled(message);
        }
    }
}
