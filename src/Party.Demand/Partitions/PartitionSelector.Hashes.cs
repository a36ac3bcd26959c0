using Party.Demand.Hashing;

namespace Party.Demand.Partitions;

/// <content>By a hash of the event or of its key: equal ones go to the same partition, everywhere and always.</content>
/// <remarks>A key is what a function makes of an event; like the event, it is of a type that can be hashed.</remarks>
public static partial class PartitionSelector
{
    /// <summary>The default: <see cref="PortableHash"/> of the whole event, modulo the number of partitions.</summary>
    /// <remarks>GenStage's. O(1); another number of partitions moves most events.</remarks>
    /// <exception cref="ArgumentException">
    /// The events are of a type that Erlang's hash does not know, or the partitions have names of their own, which no
    /// hash can know.
    /// </exception>
    public static PartitionSelector<TEvent> ByHash<TEvent>(PartitionNames partitions)
    {
        ThrowIfNamed(partitions);
        var count = (uint)partitions.Count;
        return PortableHash.For<TEvent>() is { } hash
            ? new(item => (int)(hash(item) % count)) { Partitions = partitions }
            : throw Unhashable<TEvent>("a selector", "events");
    }

    /// <summary>The same hash of a key.</summary>
    /// <param name="partitions">Numbered ones.</param>
    /// <param name="key">From the event to its key.</param>
    /// <exception cref="ArgumentException">As without a key.</exception>
    public static PartitionSelector<TEvent> ByHash<TEvent, TKey>(PartitionNames partitions, Func<TEvent, TKey> key)
    {
        ThrowIfNamed(partitions);
        ArgumentNullException.ThrowIfNull(key);
        var count = (uint)partitions.Count;
        return PortableHash.For<TKey>() is { } hash
            ? new(item => (int)(hash(key(item)) % count)) { Partitions = partitions }
            : throw Unhashable<TKey>("another key", "keys");
    }

    /// <summary><see cref="JumpHash"/> of the whole event: as partitions are added, only theirs move.</summary>
    /// <remarks>
    /// O(log n) for an event. From n partitions to n + 1, one event of n + 1 moves, and back again; only the last
    /// partitions can be removed. Where any of them may go, take <see cref="ByRendezvous{TEvent}"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">As of <see cref="ByHash{TEvent}"/>.</exception>
    public static PartitionSelector<TEvent> ByJumpHash<TEvent>(PartitionNames partitions)
    {
        ThrowIfNamed(partitions);
        var count = partitions.Count;
        return StableHash.TryGet<TEvent>(out var hash)
            ? new(item => JumpHash.Of(hash(item), count)) { Partitions = partitions }
            : throw Unhashable<TEvent>("a selector", "events");
    }

    /// <summary><see cref="JumpHash"/> of a key.</summary>
    /// <param name="partitions">Numbered ones.</param>
    /// <param name="key">From the event to its key.</param>
    /// <exception cref="ArgumentException">As of <see cref="ByHash{TEvent}"/>.</exception>
    public static PartitionSelector<TEvent> ByJumpHash<TEvent, TKey>(PartitionNames partitions, Func<TEvent, TKey> key)
    {
        ThrowIfNamed(partitions);
        ArgumentNullException.ThrowIfNull(key);
        var count = partitions.Count;
        return StableHash.TryGet<TKey>(out var hash)
            ? new(item => JumpHash.Of(hash(key(item)), count)) { Partitions = partitions }
            : throw Unhashable<TKey>("another key", "keys");
    }

    /// <summary>
    /// <see cref="RendezvousHash"/> of the whole event: a partition that is added, or removed, moves only its share.
    /// </summary>
    /// <remarks>
    /// O(n) for an event: for many partitions take <see cref="ByJumpHash{TEvent}"/>. Partitions are known by their
    /// names, numbers too; their order means nothing.
    /// </remarks>
    /// <exception cref="ArgumentException">The events are of a type that Erlang's hash does not know.</exception>
    public static PartitionSelector<TEvent> ByRendezvous<TEvent>(PartitionNames partitions)
    {
        var names = NamesOf(partitions);
        return StableHash.TryGet<TEvent>(out var hash)
            ? new(item => names.Of(hash(item))) { Partitions = partitions }
            : throw Unhashable<TEvent>("a selector", "events");
    }

    /// <summary><see cref="RendezvousHash"/> of a key.</summary>
    /// <param name="partitions">Any.</param>
    /// <param name="key">From the event to its key.</param>
    /// <exception cref="ArgumentException">The keys are of a type that Erlang's hash does not know.</exception>
    public static PartitionSelector<TEvent> ByRendezvous<TEvent, TKey>(
        PartitionNames partitions, Func<TEvent, TKey> key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var names = NamesOf(partitions);
        return StableHash.TryGet<TKey>(out var hash)
            ? new(item => names.Of(hash(key(item)))) { Partitions = partitions }
            : throw Unhashable<TKey>("another key", "keys");
    }

    private static RendezvousHash NamesOf(PartitionNames partitions)
    {
        ArgumentNullException.ThrowIfNull(partitions);
        return new(Enumerable.Range(0, partitions.Count).Select(index => partitions[index]));
    }

    private static void ThrowIfNamed(PartitionNames partitions)
    {
        ArgumentNullException.ThrowIfNull(partitions);
        if (!partitions.AreNumbers)
        {
            throw new ArgumentException(
                $"Expected a selector for partitions with names, got none. The partitions are {partitions}. "
                + "Give the dispatcher a selector, by rendezvous for one, or number the partitions.",
                nameof(partitions));
        }
    }

    private static ArgumentException Unhashable<T>(string wanted, string what) => new(
        $"Expected {wanted} for {what} of type {typeof(T)}, got none. The default hash knows "
        + $"int, long, BigInteger, bool, string and byte[]. Give the dispatcher {wanted}.");
}
