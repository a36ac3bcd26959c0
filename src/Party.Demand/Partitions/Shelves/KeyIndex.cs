namespace Party.Demand.Partitions.Shelves;

/// <summary>The strands of one partition by key.</summary>
internal abstract class KeyIndex<TEvent>
{
    /// <summary>How many there are.</summary>
    public int Count { get; protected set; }

    /// <summary>All of them, in no order.</summary>
    public abstract IEnumerable<Strand> All { get; }

    /// <summary>The strand of an event's key, made if there is none; null where the key is null.</summary>
    public abstract Strand? Find(TEvent item);

    /// <summary>The strand of the key that a strand of another partition has.</summary>
    public abstract Strand FindLike(Strand strand);

    /// <summary>Lets a strand go that is idle; another event of its key finds a new one.</summary>
    public abstract void Release(Strand strand);
}
