using Akka.Actor;

namespace Party.Actors.Protocol;

/// <summary>Anyone → supervisor: end a child, which is not started again.</summary>
/// <remarks>
/// The child ends after what is in its mailbox, or after the supervisor's shutdown timeout and the message at hand. The
/// answer is <see cref="ChildTerminated"/> once it has ended, however long its last handler takes; or
/// <see cref="ChildNotFound"/>.
/// </remarks>
/// <param name="Child">The child.</param>
public sealed record TerminateChild(IActorRef Child);
