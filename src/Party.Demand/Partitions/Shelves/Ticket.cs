namespace Party.Demand.Partitions.Shelves;

/// <summary>What the user's functions said of an event: where on its partition's shelf it belongs.</summary>
/// <param name="Partition">Its partition.</param>
/// <param name="Class">Its class; 0 where there are no priorities.</param>
/// <param name="Size">In bytes; 0 where nobody asks.</param>
/// <param name="Strand">The strand of its key, pinned; null where there are no keys.</param>
internal readonly record struct Ticket(int Partition, int Class, long Size, Strand? Strand)
{
    /// <summary>Whether it has waited in its partition since before the change that is under way.</summary>
    public bool IsBefore { get; init; }
}
