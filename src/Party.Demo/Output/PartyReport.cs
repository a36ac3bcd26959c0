using System.Collections.Immutable;
using Party.Demand.Dispatching;
using Party.Demand.Ledgers;

namespace Party.Demo.Output;

/// <summary>What became of every word: produced = delivered + parked + discarded.</summary>
internal sealed record PartyReport(ProducerBooks Books, int Restarts, TimeSpan Elapsed, string? Failure)
{
    /// <summary>Words that the producer made.</summary>
    public long Produced => Books.Received;

    /// <summary>Words whose handler returned.</summary>
    public long Delivered => Books.Handled;

    /// <summary>
    /// Words that came to no good end, by cause; those that waited for no partition when the Party ended among them.
    /// </summary>
    public ImmutableSortedDictionary<string, long> Discarded
    {
        get
        {
            var stopped = new DiscardCount(DiscardCause.ProducerStopped, Books.Held + Books.Buffered + Books.InFlight);
            return Books.Discarded.Append(stopped).Where(discard => discard.Count > 0)
                .ToImmutableSortedDictionary(
                    discard => NameOf(discard.Cause), discard => discard.Count, StringComparer.Ordinal);
        }
    }

    /// <summary>Whether every word is accounted for.</summary>
    public bool IsClosed => Produced == Delivered + Books.Parked + Discarded.Values.Sum();

    // ConsumerFailed → consumer-failed
    private static string NameOf(DiscardCause cause) => string.Concat(cause.ToString().Select((letter, index) =>
        char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
