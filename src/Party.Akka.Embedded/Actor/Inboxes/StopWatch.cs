namespace Akka.Actor.Inboxes;

/// <summary>Tells an inbox not to watch an actor any more.</summary>
internal sealed record StopWatch(IActorRef Target);
