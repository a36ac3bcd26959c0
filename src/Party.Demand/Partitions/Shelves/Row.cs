namespace Party.Demand.Partitions.Shelves;

/// <summary>Entries one behind the other, oldest first, linked in an <see cref="EntrySlab{TEvent}"/>.</summary>
internal struct Row
{
    /// <summary>The slot of the first; 0 where there is none.</summary>
    public int First;

    /// <summary>The slot of the last; 0 where there is none.</summary>
    public int Last;

    /// <summary>How many there are.</summary>
    public int Count;
}
