namespace Akka.Actor.Inboxes;

/// <summary>Tells an inbox that somebody may have waited long enough.</summary>
internal sealed record Overdue;
