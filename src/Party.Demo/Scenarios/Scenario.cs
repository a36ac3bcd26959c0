using Akka.Actor;
using Party.Demand.Ledgers;

namespace Party.Demo.Scenarios;

/// <summary>Something that plays before a person's eyes for a few seconds.</summary>
internal abstract class Scenario
{
    /// <summary>What there will be to see.</summary>
    public abstract string Story { get; }

    /// <summary>Starts all stages.</summary>
    /// <param name="system">Where.</param>
    /// <param name="interval">The snapshot interval of the producers.</param>
    public abstract IReadOnlyList<Act> Start(ActorSystem system, TimeSpan interval);

    /// <summary>Does what is to be done in a second; nothing by default.</summary>
    /// <param name="second">Counted from 1.</param>
    /// <returns>What it was, for the output; null for nothing.</returns>
    public virtual string? Do(int second) => null;

    /// <summary>What is wrong with the books of a producer at the end, besides their not being closed.</summary>
    /// <returns>Null where nothing is.</returns>
    public virtual string? Judge(ProducerBooks books) => null;
}
