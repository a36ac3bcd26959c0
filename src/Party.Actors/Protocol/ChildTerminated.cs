using Akka.Actor;

namespace Party.Actors.Protocol;

/// <summary>Supervisor → whoever sent <see cref="TerminateChild"/>: the child has ended.</summary>
/// <param name="Child">What was the child.</param>
/// <param name="IsInTime">Whether it handled all that was in its mailbox, within the shutdown timeout.</param>
public sealed record ChildTerminated(IActorRef Child, bool IsInTime);
