namespace Akka.Actor.Inboxes;

/// <summary>Tells an inbox to watch an actor, and to keep <paramref name="Message"/>, if any, when it ends.</summary>
internal sealed record StartWatch(IActorRef Target, object? Message);
