using Akka.Actor;

namespace Party.Actors.Protocol;

/// <summary>Stage → whoever sent <see cref="PrepareToDrain"/>: it may be drained after its producers.</summary>
/// <param name="Producers">The stages that it is subscribed to; none for one that only produces.</param>
public sealed record ReadyToDrain(IReadOnlyList<IActorRef> Producers);
