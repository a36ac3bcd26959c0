using Party.Demand.Delivering;
using Party.Demand.Dispatching;

namespace Party.Demand.Ledgers;

/// <summary>What waited while a producer accumulated: a demand for it, or events that it emitted.</summary>
public sealed class Postponed<TEvent>
{
    private readonly PartitionDemand[] _partitions = [];
    private readonly int _total;

    internal Postponed(DemandIncrement demand) => (_total, _partitions) = (demand.Total, demand.Partitions.ToArray());

    internal Postponed(ReadOnlySpan<TEvent> events, Origin? origin) => (Events, Origin) = (events.ToArray(), origin);

    /// <summary>The demand; 0 where events waited.</summary>
    public DemandIncrement Demand => new() { Total = _total, Partitions = _partitions };

    /// <summary>The events; none where a demand waited.</summary>
    internal TEvent[] Events { get; } = [];

    /// <summary>What they were made of; null where nobody wants to know.</summary>
    internal Origin? Origin { get; }
}
