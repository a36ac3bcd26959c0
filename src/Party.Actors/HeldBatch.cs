using Party.Demand.Delivering;

namespace Party.Actors;

/// <summary>
/// A batch that a stage between two others keeps back: it stays unconfirmed until the stage releases it.
/// </summary>
public sealed class HeldBatch
{
    internal HeldBatch(Origin? origin, int count) => (Origin, Count) = (origin, count);

    /// <summary>How many events it has.</summary>
    public int Count { get; }

    /// <summary>Whether it was released.</summary>
    public bool IsReleased { get; internal set; }

    /// <summary>What it is part of; null where its events are not delivered at least once.</summary>
    internal Origin? Origin { get; }
}
