using Party.Demand.Hashing;

namespace Party.Demand.Partitions;

/// <summary>Chooses the partition of every event: GenStage's <c>hash</c>.</summary>
/// <remarks>
/// It is called once for each event that is placed, in order, before anything is delivered. It may throw: then that
/// one event is set aside and named. It must not depend on anything but the event.
/// </remarks>
public abstract class PartitionSelector<TEvent>
{
    private protected PartitionSelector()
    {
    }

    /// <summary>The index of the event's partition, or −1; may replace the event.</summary>
    internal abstract int Select(ref TEvent item);
}

/// <summary>The ways to make a <see cref="PartitionSelector{TEvent}"/>.</summary>
public static class PartitionSelector
{
    /// <summary>From a function that answers with the partition's index, or −1 for none. The fastest form.</summary>
    public static PartitionSelector<TEvent> ByIndex<TEvent>(Func<TEvent, int> index) =>
        new IndexSelector<TEvent>(index);

    /// <summary>From a function that answers with the partition's name, or null for none.</summary>
    public static PartitionSelector<TEvent> ByName<TEvent>(PartitionNames partitions, Func<TEvent, string?> name) =>
        new NameSelector<TEvent>(partitions, name);

    /// <summary>From a function that may also replace the event.</summary>
    public static PartitionSelector<TEvent> ByPlacement<TEvent>(Func<TEvent, Placement<TEvent>> place) =>
        new PlacementSelector<TEvent>(place);

    /// <summary>The default: <see cref="PortableHash"/> of the whole event, modulo the number of partitions.</summary>
    /// <exception cref="ArgumentException">
    /// The events are of a type that Erlang's hash does not know, or the partitions have names of their own, which no
    /// hash can know.
    /// </exception>
    public static PartitionSelector<TEvent> ByHash<TEvent>(PartitionNames partitions)
    {
        if (!partitions.AreNumbers)
        {
            throw new ArgumentException(
                $"Expected a selector for partitions with names, got none. The partitions are {partitions}. "
                + "Give the dispatcher a selector, or number the partitions.",
                nameof(partitions));
        }

        return PortableHash.For<TEvent>() is { } hash
            ? new HashSelector<TEvent>(hash, (uint)partitions.Count)
            : throw new ArgumentException(
                $"Expected a selector for events of type {typeof(TEvent)}, got none. The default hash knows "
                + "int, long, BigInteger, bool, string and byte[]. Give the dispatcher a selector.",
                nameof(partitions));
    }
}

file sealed class IndexSelector<TEvent>(Func<TEvent, int> index) : PartitionSelector<TEvent>
{
    internal override int Select(ref TEvent item) => index(item);
}

file sealed class NameSelector<TEvent>(PartitionNames partitions, Func<TEvent, string?> name)
    : PartitionSelector<TEvent>
{
    internal override int Select(ref TEvent item)
    {
        if (name(item) is not { } chosen)
        {
            return Placement<TEvent>.NoPartition;
        }

        var index = partitions.IndexOf(chosen);
        return index >= 0
            ? index
            : throw new UnknownPartitionException($"Expected a partition of {partitions}, got \"{chosen}\".");
    }
}

file sealed class PlacementSelector<TEvent>(Func<TEvent, Placement<TEvent>> place) : PartitionSelector<TEvent>
{
    internal override int Select(ref TEvent item)
    {
        (item, var partition) = place(item);
        return partition;
    }
}

file sealed class HashSelector<TEvent>(Func<TEvent, uint> hash, uint partitions) : PartitionSelector<TEvent>
{
    internal override int Select(ref TEvent item) => (int)(hash(item) % partitions);
}
