using System.Collections.Immutable;
using Party.Actors;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;

namespace Party.Demo.Output;

/// <summary>What became of every word: produced = delivered + parked + discarded + abandoned.</summary>
/// <param name="Known">The producer's books; null where it has not answered.</param>
/// <param name="Again">
/// Words that were handed on twice or more before they were handled. Some of those were handled in part before, some
/// not at all: they lay behind a batch that failed.
/// </param>
/// <param name="Restarts">Of consumers and of the producer.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Failure">Why it could not go on; null where it could.</param>
internal sealed record PartyReport(ProducerBooks? Known, long Again, int Restarts, TimeSpan Elapsed, string? Failure)
{
    /// <summary>The producer's books.</summary>
    public ProducerBooks Books => Known ?? throw new InvalidOperationException("Expected books, got none.");

    /// <summary>Words that were on their way when the time to drain was up, and to whom.</summary>
    public IReadOnlyList<AbandonedEvents> Abandoned { get; init; } = [];

    /// <summary>Whether a stage is still at work, and cannot be ended.</summary>
    public bool HasStuck { get; init; }

    /// <summary>Words that the producer made.</summary>
    public long Produced => Books.Received;

    /// <summary>Words whose handler returned.</summary>
    public long Delivered => Books.Handled;

    /// <summary>Words that wait in a partition, those that came back to it among them.</summary>
    public long Parked => Books.Partitions.Sum(ParkedIn);

    /// <summary>How often a word was handed on again, counted each time.</summary>
    public long Redelivered => Books.Redelivered;

    /// <summary>
    /// Words that came to no good end, by cause; those that waited for no partition when the Party ended among them.
    /// </summary>
    public ImmutableSortedDictionary<string, long> Discarded
    {
        get
        {
            var stopped = new DiscardCount(DiscardCause.ProducerStopped, Books.Held + Books.Buffered + Books.InFlight);
            return Books.Discarded.Append(stopped)
                .Where(discard => discard is { Count: > 0, Cause: not DiscardCause.Abandoned })
                .ToImmutableSortedDictionary(
                    discard => NameOf(discard.Cause), discard => discard.Count, StringComparer.Ordinal);
        }
    }

    /// <summary>Whether every word is accounted for.</summary>
    public bool IsClosed =>
        Produced == Delivered + Parked + Discarded.Values.Sum() + Abandoned.Sum(static one => one.Count);

    /// <summary>Words that wait in one partition.</summary>
    public static long ParkedIn(PartitionBooks partition) => (long)partition.Parked + partition.Returned;

    // ConsumerFailed → consumer-failed
    private static string NameOf(DiscardCause cause) => string.Concat(cause.ToString().Select((letter, index) =>
        char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
