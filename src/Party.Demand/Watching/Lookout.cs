using System.Collections.Immutable;
using Party.Demand.Ledgers;

namespace Party.Demand.Watching;

/// <summary>What is remembered from one snapshot of a stage to the next. The clock is whoever asks.</summary>
internal sealed class Lookout
{
    private readonly Dictionary<int, ParkNotes> _parks = [];
    private DateTimeOffset? _time;
    private long[] _handedOn = [];
    private long _received;

    /// <summary>Whether anything came in or was handed on between the last two snapshots.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>The next snapshot, but for what the stage waits for.</summary>
    /// <param name="books">The books now.</param>
    /// <param name="handedOn">How many events were ever handed on, by partition; kept here.</param>
    /// <param name="describe">What there is to say of a partition, but for how it has changed.</param>
    /// <param name="placed">How many a partition was ever given, −1 where that is not known.</param>
    /// <param name="now">The time.</param>
    public StageSnapshot Look(
        ProducerBooks books,
        long[] handedOn,
        Func<PartitionBooks, int, PartitionSnapshot> describe,
        Func<int, long> placed,
        DateTimeOffset now)
    {
        var interval = _time is { } before && now > before ? now - before : TimeSpan.Zero;
        var all = handedOn.Sum() - _handedOn.Sum();
        HasMoved = _time is not null && (all > 0 || books.Received > _received);
        var partitions = ImmutableArray.CreateBuilder<PartitionSnapshot>(books.Partitions.Length);
        for (var partition = 0; partition < books.Partitions.Length; partition++)
        {
            var line = books.Partitions[partition];
            var news = handedOn[partition] - (partition < _handedOn.Length ? _handedOn[partition] : 0);
            partitions.Add(describe(line, partition) with
            {
                Rate = PerSecond(news, interval),
                Share = _time is not null && all > 0 ? (double)news / all : 0,
                OldestAge = Age(partition, line.Parked, placed, now),
            });
        }

        var snapshot = new StageSnapshot
        {
            Time = now,
            Interval = interval,
            Books = books,
            Rate = PerSecond(all, interval),
            Partitions = partitions.MoveToImmutable(),
        };
        (_time, _handedOn, _received) = (now, handedOn, books.Received);
        return snapshot;
    }

    private static double PerSecond(long count, TimeSpan interval) =>
        interval > TimeSpan.Zero ? count / interval.TotalSeconds : 0;

    private TimeSpan? Age(int partition, int parked, Func<int, long> placed, DateTimeOffset now)
    {
        if (parked == 0)
        {
            _parks.Remove(partition);
            return null;
        }

        var given = placed(partition);
        if (given < 0)
        {
            return null;
        }

        if (!_parks.TryGetValue(partition, out var notes))
        {
            _parks[partition] = notes = new();
        }

        return notes.Note(given, parked, now);
    }
}
