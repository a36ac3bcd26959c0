using Akka.Actor;
using Party.Demand.Ledgers;

namespace Party.Actors;

/// <summary>
/// Published on the event stream, once, when a law of a stage's books does not hold. The stage stops: what it says of
/// its events can't be relied upon.
/// </summary>
/// <remarks>That is a defect of the stage's dispatcher, or of Party.</remarks>
/// <param name="Stage">The stage.</param>
/// <param name="Law">The law, and what was found instead.</param>
/// <param name="Books">Where its events were at that moment, as far as the books know.</param>
public sealed record LedgerBroken(IActorRef Stage, BrokenLaw Law, ProducerBooks Books);
