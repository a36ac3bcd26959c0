using System.Collections.Immutable;

namespace Party.Demand.Dispatching;

/// <summary>How many events were discarded, by cause. It only ever grows.</summary>
public sealed class DiscardCounts
{
    private static readonly DiscardCause[] Causes = Enum.GetValues<DiscardCause>();

    private readonly long[] _counts = new long[Causes.Length];

    /// <summary>How many were discarded for one cause.</summary>
    public long this[DiscardCause cause] => _counts[(int)cause];

    /// <summary>How many were discarded in all.</summary>
    public long Total { get; private set; }

    /// <summary>The causes that occurred, with their counts.</summary>
    public ImmutableArray<DiscardCount> ToArray() =>
        [.. Causes.Where(cause => this[cause] > 0).Select(cause => new DiscardCount(cause, this[cause]))];

    /// <summary>Counts events that were discarded for a cause.</summary>
    public void Add(DiscardCause cause, long count)
    {
        _counts[(int)cause] += count;
        Total += count;
    }
}
