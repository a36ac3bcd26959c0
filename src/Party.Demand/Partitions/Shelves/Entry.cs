using Party.Demand.Delivering;

namespace Party.Demand.Partitions.Shelves;

/// <summary>An event that waits on a shelf. A mutable value in an <see cref="EntrySlab{TEvent}"/>.</summary>
internal struct Entry<TEvent>
{
    /// <summary>The event.</summary>
    public TEvent Item;

    /// <summary>What it was made of; null where nobody wants to know.</summary>
    public Origin? Origin;

    /// <summary>The strand of its key; null where events have none.</summary>
    public Strand? Strand;

    /// <summary>Counts up with the events as they are placed; an event keeps its number when it comes back.</summary>
    public long Age;

    /// <summary>In bytes, as the user's function says; 0 where nobody asks.</summary>
    public long Size;

    /// <summary>How often it has been handed on; above 0, it came back.</summary>
    public int Attempts;

    /// <summary>Whether it has waited here since before the change that is under way, but not on the shelf.</summary>
    public bool IsBefore;

    /// <summary>The slot of the next in its row, or of the next that is free; 0 for none.</summary>
    public int Next;

    /// <summary>The slot of the parked event that came before it; 0 for none.</summary>
    public int Older;

    /// <summary>The slot of the parked event that came after it; 0 for none.</summary>
    public int Newer;
}
