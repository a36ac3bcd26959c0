using Akka.Actor;
using Party.Demand.Ledgers;

namespace Party.Actors;

/// <summary>Published on the event stream when a producer stops, for whatever reason.</summary>
/// <param name="Producer">The stage.</param>
/// <param name="Books">Where its events were at that moment; those that waited in it are lost.</param>
public sealed record ProducerStopped(IActorRef Producer, ProducerBooks Books);
