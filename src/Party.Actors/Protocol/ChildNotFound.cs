using Akka.Actor;

namespace Party.Actors.Protocol;

/// <summary>Supervisor → whoever sent <see cref="TerminateChild"/>: that is none of its children, or no more.</summary>
/// <param name="Child">What was to be terminated.</param>
public sealed record ChildNotFound(IActorRef Child);
