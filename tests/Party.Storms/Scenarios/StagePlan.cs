using System.Collections.Immutable;
using Party.Demand.Partitions;

namespace Party.Storms.Scenarios;

/// <summary>One stage of a scenario.</summary>
/// <param name="Name">Its name: p… produces, m… is in the middle, c… consumes.</param>
public sealed record StagePlan(string Name)
{
    /// <summary>What it subscribes to.</summary>
    public ImmutableArray<Wire> Wires { get; init; } = [];

    /// <summary>Who gets its events.</summary>
    public DispatcherKind Dispatcher { get; init; }

    /// <summary>How many partitions it has, where it has some.</summary>
    public int Partitions { get; init; }

    /// <summary>How many consumers a partition may have.</summary>
    public PartitionConsumers Consumers { get; init; }

    /// <summary>How many events wait for the demand of one partition at most, where that has a bound.</summary>
    public int ParkLimit { get; init; } = 20;

    /// <summary>How many events it makes at most.</summary>
    public int Limit { get; init; }

    /// <summary>Events of this remainder by 5 have no partition, or are filtered by the stage; −1 for none.</summary>
    public int Unwanted { get; init; } = -1;

    /// <summary>The most events that wait uninvited.</summary>
    public int BufferSize { get; init; } = int.MaxValue;

    /// <summary>Whether it makes its events later, a few at a time.</summary>
    public bool IsLate { get; init; }

    /// <summary>How many events it keeps back until it hands them on together; 0 for none.</summary>
    public int Holds { get; init; }

    /// <summary>Whether it makes its subscriptions only when it is told to.</summary>
    public bool JoinsLate { get; init; }

    /// <summary>Whether its handler waits for something before it is done.</summary>
    public bool IsAsync { get; init; }

    /// <summary>Whether each of its events belongs to one consumer.</summary>
    public bool IsPartitioned =>
        !IsConsumer && Dispatcher is DispatcherKind.Partitions or DispatcherKind.PooledPartitions
            or DispatcherKind.AddressedPartitions;

    /// <summary>Whether it is asked for events of each partition by itself.</summary>
    public bool IsAddressed => Dispatcher == DispatcherKind.AddressedPartitions;

    /// <summary>Whether each of its events goes to whoever asks first, of all or of those in its partition.</summary>
    public bool IsShared => !IsConsumer
        && (Dispatcher == DispatcherKind.Demand || (IsPartitioned && Consumers >= PartitionConsumers.Shared));

    /// <summary>Whether those that share a partition do so by key.</summary>
    public bool IsKeyed => IsPartitioned && Consumers == PartitionConsumers.SharedByKey;

    /// <summary>Whether an event of it may reach several consumers.</summary>
    public bool Copies =>
        !IsConsumer && Dispatcher is DispatcherKind.Broadcast or DispatcherKind.BroadcastWithSelectors;

    public bool IsProducer => Name[0] == 'p';

    public bool IsConsumer => Name[0] == 'c';

    /// <summary>What an event is about: every partition has four keys.</summary>
    public int KeyOf(int item) => item % (4 * Math.Max(Partitions, 1));

    /// <summary>Whether an event has no partition, or is filtered by the stage.</summary>
    public bool IsUnwanted(int item) => item % 5 == Unwanted;

    public override string ToString() => IsConsumer
        ? $"{Name}{(IsAsync ? " async" : "")}{(JoinsLate ? " late" : "")} <- {string.Join(", ", Wires)}"
        : $"{Name} {Dispatcher}{(Partitions > 0 ? $"({Partitions})" : "")}"
        + $"{(Consumers == PartitionConsumers.Exclusive ? "" : $" {Consumers}")}"
        + $"{(ParkLimit == 20 ? "" : $" parks {ParkLimit}")}"
        + $"{(Unwanted < 0 ? "" : $" without {Unwanted}")}"
        + $"{(IsProducer ? $"{(IsLate ? " late" : "")} limit {Limit}" : $" <- {string.Join(", ", Wires)}")}"
        + $"{(Holds == 0 ? "" : $" holds {Holds}")}"
        + $"{(BufferSize == int.MaxValue ? "" : $" buffer {BufferSize}")}";
}
