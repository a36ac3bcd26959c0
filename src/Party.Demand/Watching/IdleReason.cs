using System.Diagnostics;

namespace Party.Demand.Watching;

/// <summary>Why a producing stage does nothing, in one word and in a sentence: <see cref="ToString"/>.</summary>
/// <param name="Kind">What it waits for.</param>
/// <param name="Partition">The partition that it waits for, or the one with most to hand on; null where there is none
/// to name.</param>
/// <param name="Count">How many events are owed, held, parked or on their way, as the kind says.</param>
public readonly record struct IdleReason(IdleKind Kind, string? Partition = null, long Count = 0)
{
    /// <summary>Whom the events are asked of, where that is not the stage's own code.</summary>
    public string? From { get; init; }

    /// <summary>One sentence.</summary>
    public override string ToString() => (Kind, Partition) switch
    {
        (IdleKind.AtWork, _) => "It is at work.",
        (IdleKind.Events, _) when From is null => $"It waits for {Events(Count)} that its own code is to emit.",
        (IdleKind.Events, _) => $"It waits for {Events(Count)}, asked of {From}.",
        (IdleKind.Demand, null) => "It waits for demand.",
        (IdleKind.Demand, _) => $"It waits for demand, above all of partition {Partition}, which has {Events(Count)}.",
        (IdleKind.Room, _) =>
            $"It waits for demand of partition {Partition}, whose park is full: {Events(Count)} held.",
        (IdleKind.Consumer, null) => "It waits for a consumer.",
        (IdleKind.Consumer, _) =>
            $"It waits for a consumer of partition {Partition}, whose park is full: {Events(Count)} held.",
        (IdleKind.Confirmation, _) =>
            $"It waits for confirmations, above all of partition {Partition}, which has {Events(Count)} on their way.",
        (IdleKind.Resumption, _) => $"It waits for partition {Partition}, which is paused, with {Events(Count)}.",
        (IdleKind.Key, _) =>
            $"It waits for confirmations of partition {Partition}: {Events(Count)} parked, of keys that are on their way.",
        (IdleKind.Move, _) =>
            $"It waits for the old partitions of {Events(Count)} that have moved to partition {Partition}.",
        (IdleKind.Forwarding, _) => "It waits until demand is forwarded.",
        (IdleKind.Drain, _) => "It is being drained.",
        (IdleKind.Stopped, _) => "It has stopped.",
        _ => throw new UnreachableException(),
    };

    private static string Events(long count) => count == 1 ? "1 event" : $"{count} events";
}
