namespace Party.Demand.Ledgers;

/// <summary>One partition's line in a producer's books.</summary>
/// <param name="Partition">The partition's name.</param>
/// <param name="Handled">Events that its consumers handled to a good end.</param>
/// <param name="InFlight">Events sent to its consumer whose end is not known yet.</param>
/// <param name="Parked">Events that wait for its demand.</param>
/// <param name="Outstanding">Its demand.</param>
public readonly record struct PartitionBooks(
    string Partition, long Handled, long InFlight, int Parked, long Outstanding)
{
    /// <summary>Events that came back unconfirmed, and wait to be handed on again.</summary>
    public int Returned { get; init; }
}
