namespace Akka.Actor;

/// <summary>An actor watched another and left its <see cref="Terminated"/> unhandled: it dies with it.</summary>
public class DeathPactException : AkkaException
{
    /// <summary>Names the actor that ended.</summary>
    public DeathPactException(IActorRef deadActor)
        : base($"Monitored actor [{deadActor}] terminated") =>
        DeadActor = deadActor;

    /// <summary>The actor that was watched and ended.</summary>
    public IActorRef DeadActor { get; }
}
