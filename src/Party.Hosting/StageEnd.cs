using Akka.Actor;
using Party.Demand.Ledgers;

namespace Party.Hosting;

/// <summary>What came of a stage as it was drained.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Books">Where all its events are; null for one that only consumes, or did not come to an end.</param>
/// <param name="HasEnded">Whether it had stopped by then.</param>
internal sealed record StageEnd(IActorRef Stage, ProducerBooks? Books, bool HasEnded);
