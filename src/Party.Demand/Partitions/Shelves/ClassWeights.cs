namespace Party.Demand.Partitions.Shelves;

/// <summary>The weights of classes, and the order in which their events are dropped.</summary>
internal sealed class ClassWeights
{
    private readonly int[] _weights;
    private readonly int[] _lowestFirst;

    /// <summary>Weights by class.</summary>
    public ClassWeights(IEnumerable<int> weights)
    {
        _weights = [.. weights];
        var classes = Enumerable.Range(0, Count);
        _lowestFirst = [.. classes.OrderBy(one => _weights[one]).ThenByDescending(static one => one)];
    }

    /// <summary>How many classes there are.</summary>
    public int Count => _weights.Length;

    /// <summary>The weights.</summary>
    public ReadOnlySpan<int> ByClass => _weights;

    /// <summary>The classes by weight, the lowest first; of equal ones the last first.</summary>
    public ReadOnlySpan<int> LowestFirst => _lowestFirst;
}
