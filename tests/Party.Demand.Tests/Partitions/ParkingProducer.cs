using Party.Demand.Dispatching;
using Party.Demand.Partitions;

namespace Party.Demand.Tests.Partitions;

/// <summary>Makes the events of a <see cref="ParkingWalk"/>: numbers; it knows the partition of each.</summary>
/// <param name="random">Chooses.</param>
/// <param name="options">Whether it is asked for each partition is said there.</param>
/// <param name="isPushing">Whether it also emits what nobody asked for, and events for others than who asked.</param>
/// <param name="limit">How many events it makes.</param>
internal sealed class ParkingProducer(
    Random random, PartitionDispatcherOptions<int> options, bool isPushing, int limit)
{
    // Whose event a wrong one was made instead of, nobody can know: it shows when all others have theirs.
    private readonly ParkingFeed _feed =
        new(random, options.Partitions.Count, feedsAll: options.IsAddressed && isPushing);

    private readonly List<int> _partitions = [];
    private readonly long[] _dueTo = new long[options.Partitions.Count];
    private long _due;

    public int Made => _partitions.Count;

    public bool IsExhausted => Made == limit;

    /// <summary>
    /// Whether it makes just what it is asked for, for those that it is asked for, and all of that fits into their
    /// parks: how many bytes an event has nobody knows before.
    /// </summary>
    public bool IsExact { get; } = options is { IsAddressed: true, ParkBytes: null } && !isPushing;

    public int PartitionOf(int item) => _partitions[item];

    public bool IsWanted(int item) => _partitions[item] >= 0;

    /// <summary>Whether it makes events for a partition.</summary>
    public bool Feeds(int partition) => isPushing || _feed.Feeds(partition);

    /// <summary>Asked for a partition and not yet made.</summary>
    public long DueTo(int partition) => _dueTo[partition];

    public void Ask(DemandIncrement increment)
    {
        _due += increment.Total;
        foreach (var (partition, count) in increment.Partitions)
        {
            _dueTo[partition] += count;
        }
    }

    /// <summary>It has forgotten everything.</summary>
    public void AskAgain(DemandIncrement increment)
    {
        _due = 0;
        Array.Clear(_dueTo);
        Ask(increment);
    }

    /// <summary>Makes some of what it is asked for, or all of it.</summary>
    public int[] Answer()
    {
        var count = random.Next(3) == 0 ? _due : random.NextInt64(1, 12);
        var events = Make((int)Math.Min(count, Math.Min(_due, limit - Made)), options.IsAddressed);
        _due -= events.Length;
        return events;
    }

    /// <summary>Makes what nobody asked for.</summary>
    public int[] Push() => isPushing ? Make(Math.Min(random.Next(1, 20), limit - Made), isAsked: false) : [];

    private int[] Make(int count, bool isAsked)
    {
        var events = new List<int>();
        while (events.Count < count)
        {
            var partition = _feed.Next(one => !isAsked || _dueTo[one] > 0);
            if (partition < 0)
            {
                break;
            }

            events.Add(Made);
            _partitions.Add(isPushing && random.Next(8) == 0 ? random.Next(-1, _dueTo.Length) : partition);
            _dueTo[partition] -= isAsked ? 1 : 0;
        }

        return [.. events];
    }
}
