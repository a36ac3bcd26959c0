using Party.Demand.Ledgers;

namespace Party.Actors.Protocol;

/// <summary>Producer → whoever sent <see cref="Drain"/>: it is done.</summary>
/// <param name="Books">Where every event that was ever produced is now; nothing is in flight any more.</param>
public sealed record Drained(ProducerBooks Books);
