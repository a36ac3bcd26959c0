namespace Party.Demand.Partitions;

/// <summary>Chooses the partition of every event: GenStage's <c>hash</c>.</summary>
/// <remarks>
/// It is called once for each event that is placed, in order, before anything is delivered. It may throw: then that
/// one event is set aside and named. It must not depend on anything but the event.
/// </remarks>
public sealed class PartitionSelector<TEvent>
{
    internal PartitionSelector(Func<TEvent, int> index) => Index = index;

    internal PartitionSelector(Func<TEvent, Placement<TEvent>> place) => Place = place;

    /// <summary>From the event to the index of its partition, or −1; null where the event may be replaced.</summary>
    internal Func<TEvent, int>? Index { get; }

    /// <summary>From the event to its partition and the event that goes there.</summary>
    internal Func<TEvent, Placement<TEvent>>? Place { get; }

    /// <summary>The partitions that it was made for; null where it does not say.</summary>
    internal PartitionNames? Partitions { get; init; }

    /// <summary>Why it does not suit some partitions; null where it does, or does not say.</summary>
    internal string? Refuse(PartitionNames partitions) => Partitions is null || Partitions.IsSame(partitions)
        ? null
        : $"Expected a selector for partitions {partitions}, got one that was made for {Partitions}. Its answers would "
        + "mean others. Make it of the same partitions, in the same order.";
}

/// <summary>The ways to make a <see cref="PartitionSelector{TEvent}"/>.</summary>
public static partial class PartitionSelector
{
    /// <summary>From a function that answers with the partition's index, or −1 for none. The fastest form.</summary>
    public static PartitionSelector<TEvent> ByIndex<TEvent>(Func<TEvent, int> index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return new(index);
    }

    /// <summary>From a function that answers with the partition's name, or null for none.</summary>
    public static PartitionSelector<TEvent> ByName<TEvent>(PartitionNames partitions, Func<TEvent, string?> name)
    {
        ArgumentNullException.ThrowIfNull(partitions);
        ArgumentNullException.ThrowIfNull(name);
        return new(item => name(item) is { } chosen ? IndexOf(partitions, chosen) : Placement<TEvent>.NoPartition)
        {
            Partitions = partitions,
        };
    }

    /// <summary>From a function that may also replace the event.</summary>
    public static PartitionSelector<TEvent> ByPlacement<TEvent>(Func<TEvent, Placement<TEvent>> place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return new(place);
    }

    private static int IndexOf(PartitionNames partitions, string name)
    {
        var index = partitions.IndexOf(name);
        return index >= 0
            ? index
            : throw new UnknownPartitionException($"Expected a partition of {partitions}, got \"{name}\".");
    }
}
