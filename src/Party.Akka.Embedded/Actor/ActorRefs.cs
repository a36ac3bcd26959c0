namespace Akka.Actor;

/// <summary>The two references that stand for "no actor".</summary>
public static class ActorRefs
{
    /// <summary>Swallows every message. <c>Context.Child</c> gives it where there is no such child.</summary>
    public static readonly Nobody Nobody = Nobody.Instance;

    /// <summary>The sender of a message that nobody can answer: null. The receiver sees the dead letters.</summary>
    public static readonly IActorRef? NoSender;
}
