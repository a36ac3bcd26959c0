using Party.Demand.Partitions;

namespace Party.Demand.Tests.Partitions;

/// <summary>A partition as a <see cref="ParkingWalk"/> knows it: who has it, and what has to come next.</summary>
internal sealed class ParkingSeat(PartitionConsumers kind)
{
    private int _lastFresh = -1;

    /// <summary>All that get something or stand by, in the order they came.</summary>
    public List<ParkingConsumer> Consumers { get; } = [];

    /// <summary>Those that get nothing more, and may still be handling.</summary>
    public List<ParkingConsumer> Leaving { get; } = [];

    /// <summary>Those that may be handed something.</summary>
    public IEnumerable<ParkingConsumer> Served => IsShared ? Consumers : Consumers.Take(1);

    /// <summary>Whether somebody else may come.</summary>
    public bool IsOpen => Consumers.Count < (kind == PartitionConsumers.Exclusive ? 1 : 3);

    public bool IsPaused { get; set; }

    /// <summary>What was asked for, or not handled, at most at any time.</summary>
    public int LargestDemand { get; private set; }

    /// <summary>What came back and was not handed on again.</summary>
    public SortedSet<int> Returned { get; } = [];

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

        var last = _lastFresh;
        _lastFresh = item;
        return item > last && attempt == 1 ? null : $"{item} was handed on after {last} as attempt {attempt}";
    }
}
