using Akka.Actor;

namespace Party.Actors.Protocol;

/// <summary>A child as its supervisor sees it.</summary>
/// <param name="Child">The child.</param>
/// <param name="State">What it is at.</param>
/// <param name="IsSupervisor">Whether it is one of Party's supervisors.</param>
public sealed record ListedChild(IActorRef Child, ChildState State, bool IsSupervisor);
