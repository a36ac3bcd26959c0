using Party.Demand.Delivering;

namespace Party.Demand.Partitions.Moving;

/// <summary>An event that waits for its old partition.</summary>
/// <param name="Item">The event.</param>
/// <param name="Origin">What it was made of; null where nobody wants to know.</param>
/// <param name="Lender">
/// The seat whose park it counts against, since it was parked there before; −1 for the seat that it moves to.
/// </param>
internal readonly record struct MovedEvent<TEvent>(TEvent Item, Origin? Origin, int Lender);
