using Party.Demand.Ledgers;

namespace Party.Actors;

/// <summary>What came of one stage of a pipeline that was drained.</summary>
/// <param name="Stage">Its path.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record DrainedStage(string Stage, DrainOutcome Outcome)
{
    /// <summary>
    /// Where every event is that it ever emitted; null for a stage that only consumes, and for one that left none
    /// behind.
    /// </summary>
    public ProducerBooks? Books { get; init; }

    /// <summary>What was on its way when the time was up, and to whom.</summary>
    public IReadOnlyList<AbandonedEvents> Abandoned { get; init; } = [];

    /// <summary>Events that it was sent and had not come to handle, where it only consumes.</summary>
    public long Unfinished { get; init; }

    /// <summary>One line for a person.</summary>
    public override string ToString()
    {
        var outcome = Outcome == DrainOutcome.NoStage ? "no stage" : Outcome.ToString().ToLowerInvariant();
        var text = $"{Stage}: {outcome}";
        if (Books is { } books)
        {
            var waiting = books.Parked + books.Returned + books.Held + books.Buffered;
            text += $", {books.Received} produced = {books.Handled} handled + {waiting} waiting + "
                + $"{books.Discarded.Sum(static one => one.Count)} discarded";
            text += books.Copied + books.Filtered > 0 ? $" ({books.Copied} copies, {books.Filtered} not wanted)" : "";
        }

        text += Unfinished > 0 ? $", {Unfinished} not handled" : "";
        return text + string.Concat(
            Abandoned.Select(one => $"; {one.Count} abandoned on the way to {one.Consumer} ({one.Partition})"));
    }
}
