namespace Party.Demand.Partitions.Shelves;

/// <summary>The parked entries of a shelf in the order they came, whatever rows they are in.</summary>
internal struct Arrivals
{
    /// <summary>The slot of the oldest; 0 where there is none.</summary>
    public int Oldest;

    /// <summary>The slot of the newest; 0 where there is none.</summary>
    public int Newest;
}
