using Party.Demand.Partitions;

namespace Party.Demand.Tests.Partitions;

/// <summary>A partition as a <see cref="ParkingWalk"/> knows it: who has it, and what has to come next.</summary>
/// <param name="kind">Who may have it.</param>
/// <param name="classOf">Which events wait for each other.</param>
internal sealed class ParkingSeat(PartitionConsumers kind, Func<int, int> classOf)
{
    // By class and, where several are served, by who that is.
    private readonly Dictionary<(int Class, long Consumer), int> _lastFresh = [];

    // By event, when it was handed on first.
    private readonly Dictionary<int, int> _ages = [];

    /// <summary>All that get something or stand by, in the order they came.</summary>
    public List<ParkingConsumer> Consumers { get; } = [];

    /// <summary>Those that get nothing more, and may still be handling.</summary>
    public List<ParkingConsumer> Leaving { get; } = [];

    /// <summary>Those that may be handed something.</summary>
    public IEnumerable<ParkingConsumer> Served => IsShared ? Consumers : Consumers.Take(1);

    /// <summary>Whether somebody else may come.</summary>
    public bool IsOpen => Consumers.Count < (kind == PartitionConsumers.Exclusive ? 1 : 3);

    public bool IsPaused { get; set; }

    /// <summary>How many bytes were placed and not handed on.</summary>
    public long Bytes { get; set; }

    /// <summary>What was asked for, or not handled, at most at any time.</summary>
    public int LargestDemand { get; private set; }

    /// <summary>What came back and was not handed on again.</summary>
    public SortedSet<int> Returned =>
        field ??= new(Comparer<int>.Create((one, other) => _ages[one].CompareTo(_ages[other])));

    private bool IsShared => kind is PartitionConsumers.Shared;

    /// <summary>One of its consumers; null where there is none.</summary>
    public ParkingConsumer? Any(Random random) =>
        Consumers.Count == 0 ? null : Consumers[random.Next(Consumers.Count)];

    /// <summary>Takes note of those that are there.</summary>
    public void Note() => LargestDemand = Math.Max(
        LargestDemand, Served.Concat(IsShared ? Leaving : []).Sum(static one => one.Options.MaxDemand));

    /// <summary>An event is handed on.</summary>
    /// <returns>What is wrong with that; null if nothing is.</returns>
    public string? Deliver(ParkingConsumer to, int item, int attempt)
    {
        if (IsPaused || !Served.Contains(to))
        {
            return $"{item} was handed on to somebody who has to wait";
        }

        if (Returned.Count > 0)
        {
            var isNext = Returned.Min == item || IsShared;
            return Returned.Remove(item) && isNext && attempt > 1
                ? null
                : $"{item} was handed on before others that had come back";
        }

        var one = (classOf(item), IsShared ? to.Id.Value : 0);
        var last = _lastFresh.GetValueOrDefault(one, -1);
        _lastFresh[one] = item;
        _ages.TryAdd(item, _ages.Count);
        Bytes -= attempt == 1 ? ParkingWalk.SizeOf(item) : 0;
        return item > last && attempt == 1 ? null : $"{item} was handed on after {last} as attempt {attempt}";
    }
}
