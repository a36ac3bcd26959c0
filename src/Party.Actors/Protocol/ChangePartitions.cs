using Akka.Actor;

namespace Party.Actors.Protocol;

/// <summary>Anyone in this process → producer: other partitions, or another map to them, from now on.</summary>
/// <remarks>
/// It carries functions, and can't be sent to another process. The answer is a
/// <see cref="Party.Demand.Ledgers.PartitionChangeReport"/>, when no event has to wait for it any more.
/// </remarks>
public abstract record ChangePartitions : INoSerializationVerificationNeeded
{
    private protected ChangePartitions()
    {
    }

    /// <summary>Of which type the events are that it is for.</summary>
    internal abstract Type EventType { get; }
}
