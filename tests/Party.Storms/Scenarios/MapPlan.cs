using Party.Demand.Partitions;

namespace Party.Storms.Scenarios;

/// <summary>Which key goes to which partition of a stage that has four keys for each it began with.</summary>
/// <param name="First">How many partitions it began with.</param>
/// <param name="Partitions">How many it has now, at most two more.</param>
/// <param name="Shift">
/// Moves every second group of keys. The others stay, where their partition is still there.
/// </param>
public sealed record MapPlan(int First, int Partitions, int Shift)
{
    /// <summary>How many partitions are added at most.</summary>
    public const int MostAdded = 2;

    /// <summary>What becomes of the events parked in partitions that are no more.</summary>
    public RemovedPartitions Removed { get; init; }

    /// <summary>How many seconds an event waits for its old partition at most; 0 for any.</summary>
    public int Seconds { get; init; }

    /// <summary>What becomes of events that have waited so long.</summary>
    public MoveTimeoutPolicy OnTimeout { get; init; }

    /// <summary>How many keys there are.</summary>
    public int Keys => 4 * First;

    /// <summary>Whether every partition has a key.</summary>
    public bool IsFull => Enumerable.Range(0, Keys).Select(Of).Distinct().Count() == Partitions;

    /// <summary>What a stage begins with.</summary>
    public static MapPlan Begin(int partitions) => new(partitions, partitions, Shift: 0);

    /// <summary>The partition of a key.</summary>
    public int Of(int key) => key / First % 2 == 0 && key % First < Partitions
        ? key % First
        : (key + Shift) % Partitions;

    public override string ToString() =>
        $"to {Partitions} by {Shift} {Removed}{(Seconds == 0 ? "" : $" {OnTimeout} after {Seconds} s")}";
}
