using Akka.Actor;

namespace Party.Demo.Scenarios;

/// <summary>One producer of a scenario, and those it feeds; it is watched, and drained with them.</summary>
/// <param name="Title">What it is called in the output.</param>
/// <param name="Producer">The producer.</param>
/// <param name="Consumers">Its consumers; there may be others in the end.</param>
internal sealed record Act(string Title, IActorRef Producer, IReadOnlyList<IActorRef> Consumers);
