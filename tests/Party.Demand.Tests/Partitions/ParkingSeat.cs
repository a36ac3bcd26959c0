namespace Party.Demand.Tests.Partitions;

/// <summary>A partition as a <see cref="ParkingWalk"/> knows it: who owns it, and what has to come next.</summary>
internal sealed class ParkingSeat
{
    private int _lastFresh = -1;

    public ParkingConsumer? Owner { get; set; }

    /// <summary>Those that get nothing more, and may still be handling.</summary>
    public List<ParkingConsumer> Leaving { get; } = [];

    /// <summary>The largest max-demand that an owner ever had.</summary>
    public int LargestDemand { get; set; }

    /// <summary>What came back and was not handed on again.</summary>
    public SortedSet<int> Returned { get; } = [];

    /// <summary>An event is handed on.</summary>
    /// <returns>What is wrong with that; null if nothing is.</returns>
    public string? Deliver(int item, int attempt)
    {
        if (Returned.Count > 0)
        {
            var next = Returned.Min;
            Returned.Remove(item);
            return item == next && attempt > 1 ? null : $"{item} was handed on before {next}, which had come back";
        }

        var last = _lastFresh;
        _lastFresh = item;
        return item > last && attempt == 1 ? null : $"{item} was handed on after {last} as attempt {attempt}";
    }
}
