using Akka.Actor;

namespace Party.Actors.Protocol;

/// <summary>Anyone → supervisor: start a child.</summary>
/// <remarks>
/// Answered with <see cref="ChildStarted"/> once the child is up, or with <see cref="ChildNotStarted"/>.
/// </remarks>
/// <param name="Props">How to make it, now and after a restart.</param>
/// <param name="Name">Its name, which no other child of this supervisor has; null for one that is made up.</param>
public sealed record StartChild(Props Props, string? Name = null) : INoSerializationVerificationNeeded;
