using System.Collections.Immutable;
using System.Diagnostics;

namespace Party.Demand.Watching;

/// <summary>Counts the keys that come most often, in room for a fixed number of them.</summary>
/// <remarks>
/// <para>
/// As long as there are no more keys than there is room, the counts are exact. Then a new key takes the place of one
/// that came least often, and its count, which may be so much too high; that is its error.
/// </para>
/// <para>
/// Laws, for N events and room for k keys: Σ counts = N; no error is above N / k; the true count of a key is between
/// count − error and count; and no key that came more than N / k times is missing. The cost is O(1) for an event.
/// </para>
/// <para>Source: Metwally, Agrawal and El Abbadi, "Efficient Computation of Frequent and Top-k Elements in Data
/// Streams", 2005: Space-Saving, with its stream-summary.</para>
/// </remarks>
[DebuggerDisplay("Total = {Total}, Keys = {_entries.Count}, Bound = {Bound}")]
public sealed class HeavyHitters<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, Entry> _entries;

    // Levels, each with all keys of one count, linked from the lowest to the highest; and those not in use.
    private Level? _lowest;
    private Level? _highest;
    private Level? _spare;

    /// <summary>Nothing counted yet.</summary>
    /// <param name="capacity">How many keys there is room for, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is below 1.</exception>
    public HeavyHitters(int capacity = HeavyHitters.DefaultCapacity)
    {
        Capacity = capacity >= 1 ? capacity : throw new ArgumentOutOfRangeException(
            nameof(capacity),
            capacity,
            $"Expected room for at least 1 key, got {capacity}. The default is {HeavyHitters.DefaultCapacity}.");
        _entries = [];
    }

    /// <summary>How many keys there is room for.</summary>
    public int Capacity { get; }

    /// <summary>How many events were counted.</summary>
    public long Total { get; private set; }

    /// <summary>The most that any count may be too high; a key that is not listed came no more often.</summary>
    /// <value>At most <see cref="Total"/> / <see cref="Capacity"/>; 0 as long as no key lost its place.</value>
    public long Bound { get; private set; }

    /// <summary>Counts an event.</summary>
    public void Add(TKey key)
    {
        Total++;
        if (_entries.TryGetValue(key, out var entry))
        {
            Raise(entry);
        }
        else if (_entries.Count < Capacity)
        {
            var level = LevelAbove(null, 1);
            _entries[key] = entry = new(key, level);
            level.Add(entry);
        }
        else
        {
            // The least count never falls, so that the last one that was taken over is the largest error.
            entry = _lowest!.Oldest!;
            Bound = _lowest.Count;
            _entries.Remove(entry.Key);
            _entries[key] = entry;
            entry.Key = key;
            entry.Error = Bound;
            Raise(entry);
        }
    }

    /// <summary>The keys with the highest counts, highest first; a copy.</summary>
    /// <param name="most">How many at most.</param>
    public ImmutableArray<HeavyHitter<TKey>> Top(int most = int.MaxValue)
    {
        var top = ImmutableArray.CreateBuilder<HeavyHitter<TKey>>(Math.Min(most, _entries.Count));
        for (var level = _highest; level is not null; level = level.Lower)
        {
            var entry = level.Oldest!;
            do
            {
                if (top.Count == top.Capacity)
                {
                    return top.MoveToImmutable();
                }

                top.Add(new(entry.Key, level.Count, entry.Error));
                entry = entry.Younger;
            }
            while (entry != level.Oldest);
        }

        return top.MoveToImmutable();
    }

    private void Raise(Entry entry)
    {
        var from = entry.Level;
        if (entry.Younger == entry && from.Higher?.Count != from.Count + 1)
        {
            from.Count++;
            return;
        }

        var to = LevelAbove(from, from.Count + 1);
        from.Remove(entry);
        if (from.Oldest is null)
        {
            Unlink(from);
        }

        to.Add(entry);
    }

    // Above null is the lowest.
    private Level LevelAbove(Level? lower, long count)
    {
        var higher = lower is null ? _lowest : lower.Higher;
        if (higher?.Count == count)
        {
            return higher;
        }

        var level = _spare ?? new();
        _spare = level.Higher;
        level.Count = count;
        Link(lower, level);
        Link(level, higher);
        return level;
    }

    private void Unlink(Level level)
    {
        Link(level.Lower, level.Higher);
        level.Higher = _spare;
        _spare = level;
    }

    private void Link(Level? lower, Level? higher)
    {
        if (lower is null)
        {
            _lowest = higher;
        }
        else
        {
            lower.Higher = higher;
        }

        if (higher is null)
        {
            _highest = lower;
        }
        else
        {
            higher.Lower = lower;
        }
    }

    private sealed class Entry
    {
        public Entry(TKey key, Level level)
        {
            Key = key;
            Level = level;
            Younger = Older = this;
        }

        public TKey Key { get; set; }

        public long Error { get; set; }

        public Level Level { get; set; }

        public Entry Younger { get; set; }

        public Entry Older { get; set; }
    }

    // Its entries are a ring: behind the youngest comes the oldest.
    private sealed class Level
    {
        public long Count { get; set; }

        public Entry? Oldest { get; private set; }

        public Level? Lower { get; set; }

        public Level? Higher { get; set; }

        public void Add(Entry entry)
        {
            entry.Level = this;
            var oldest = Oldest ??= entry;
            (entry.Younger, entry.Older) = (oldest, oldest.Older);
            entry.Older.Younger = entry;
            oldest.Older = entry;
        }

        public void Remove(Entry entry)
        {
            Oldest = entry.Younger == entry ? null : Oldest == entry ? entry.Younger : Oldest;
            (entry.Older.Younger, entry.Younger.Older) = (entry.Younger, entry.Older);
            entry.Younger = entry.Older = entry;
        }
    }
}
