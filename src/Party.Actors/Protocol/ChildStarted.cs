using Akka.Actor;

namespace Party.Actors.Protocol;

/// <summary>Supervisor → whoever sent <see cref="StartChild"/>: the child has started.</summary>
/// <param name="Child">The child; it may have ended since.</param>
public sealed record ChildStarted(IActorRef Child);
