using System.Collections.Immutable;
using Party.Demand.Dispatching;

namespace Party.Demand.Ledgers;

/// <summary>Where every event that a producer ever emitted is now.</summary>
/// <remarks>
/// Law 3: received + copied = Σ handled + Σ in flight + Σ parked + Σ returned + held + buffered + filtered + Σ
/// discarded.
/// </remarks>
public sealed record ProducerBooks
{
    /// <summary>Events the producer emitted.</summary>
    public required long Received { get; init; }

    /// <summary>Copies made of them beyond the first, where each goes to several consumers.</summary>
    public long Copied { get; init; }

    /// <summary>Asked of the producer and not yet emitted.</summary>
    public required long Owed { get; init; }

    /// <summary>Events received and not yet placed, since the first of them finds no room or no demand.</summary>
    public required int Held { get; init; }

    /// <summary>Events that nobody has asked for yet, or that wait until demand is forwarded.</summary>
    public required int Buffered { get; init; }

    /// <summary>The partitions, in their order.</summary>
    public required ImmutableArray<PartitionBooks> Partitions { get; init; }

    /// <summary>Copies that their consumer did not want.</summary>
    public long Filtered { get; init; }

    /// <summary>Events that came to no good end, by cause; causes that did not occur are left out.</summary>
    public required ImmutableArray<DiscardCount> Discarded { get; init; }

    /// <summary>Events handled to a good end, in all partitions.</summary>
    public long Handled => Partitions.Sum(static partition => partition.Handled);

    /// <summary>Events whose end is not known yet, in all partitions.</summary>
    public long InFlight => Partitions.Sum(static partition => partition.InFlight);

    /// <summary>Events that wait for demand, in all partitions.</summary>
    public long Parked => Partitions.Sum(static partition => (long)partition.Parked);

    /// <summary>Events that came back unconfirmed and wait to be handed on again, in all partitions.</summary>
    public long Returned => Partitions.Sum(static partition => (long)partition.Returned);

    /// <summary>How often an event was handed on again. These events were received once.</summary>
    public long Redelivered { get; init; }

    /// <summary>Whether law 3 holds.</summary>
    public bool IsClosed => Missing == 0;

    /// <summary>Events that are nowhere.</summary>
    internal long Missing => Received + Copied
        - (Handled + InFlight + Parked + Returned + Held + Buffered + Filtered
            + Discarded.Sum(static discard => discard.Count));

    /// <summary>Law 3 with these numbers in it.</summary>
    internal BrokenLaw Breach => new(
        "received + copied = handled + in flight + parked + returned + held + buffered + filtered + discarded",
        $"{Received} + {Copied} received and copied, {Handled} handled, {InFlight} in flight, {Parked} parked, "
        + $"{Returned} returned, {Held} held, {Buffered} buffered, {Filtered} filtered, "
        + $"{Discarded.Sum(static discard => discard.Count)} discarded: {Missing} missing");

    /// <summary>How many events came to no good end for one cause.</summary>
    public long DiscardedFor(DiscardCause cause) => Discarded.FirstOrDefault(discard => discard.Cause == cause).Count;
}
