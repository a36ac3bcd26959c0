using Akka.Actor;
using Party.Demand.Ledgers;

namespace Party.Actors;

/// <summary>
/// A producer's partitions were changed, and no event waits for that any more; published on the event stream.
/// </summary>
/// <param name="Stage">The producer.</param>
/// <param name="Report">What the change came to.</param>
public sealed record PartitionsChanged(IActorRef Stage, PartitionChangeReport Report);
