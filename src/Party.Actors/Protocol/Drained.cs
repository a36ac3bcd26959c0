using Party.Demand.Ledgers;

namespace Party.Actors.Protocol;

/// <summary>Producer → whoever sent <see cref="Drain"/>: it is done.</summary>
/// <param name="Books">Where every event that was ever produced is now; nothing is in flight any more.</param>
public sealed record Drained(ProducerBooks Books)
{
    /// <summary>Whether the time was up before all that could be handed on was, and its end was known.</summary>
    public bool IsLate { get; init; }

    /// <summary>What was on its way when the time was up, and to whom; none otherwise.</summary>
    public IReadOnlyList<AbandonedEvents> Abandoned { get; init; } = [];
}
