using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Storms.Scenarios;
using Party.Storms.Stages;

namespace Party.Storms.Laws;

/// <summary>What the books of a producing stage say, after every step.</summary>
internal sealed class BookLaws(Scenario scenario, Journal journal)
{
    /// <returns>What is wrong with the books of a stage; null if nothing is.</returns>
    public string? Broken(StageState state)
    {
        if (state.Books is null)
        {
            return null;
        }

        var books = state.Books();
        return books.IsClosed
            ? Lost(state, books) ?? Unfounded(state, books) ?? Unbounded(state, books)
            : $"Expected the books of {state.Plan.Name} to close, got {books}.";
    }

    // With at-least-once delivery, no crash and no cancel costs an event; a broadcast's consumer may leave, or
    // let go in a drain of what nobody is there for.
    private string? Lost(StageState state, ProducerBooks books)
    {
        if (!scenario.IsAllRetainedOf(state.Plan)
            || (state.Plan.Copies && (journal.IsDrained || !scenario.IsNobodyLeaving)))
        {
            return null;
        }

        var lost = books.DiscardedFor(DiscardCause.ConsumerFailed)
            + books.DiscardedFor(DiscardCause.ConsumerRestarted)
            + books.DiscardedFor(DiscardCause.ConsumerGone);
        return lost == 0 ? null : $"Expected no event of {state.Plan.Name} to be lost with its consumer, got {lost}.";
    }

    // What counts as handled was handled: by the next stage and, with at-least-once delivery, where the way ends.
    private string? Unfounded(StageState state, ProducerBooks books)
    {
        if (books.Handled > state.HandledOf)
        {
            return $"Expected at most {state.HandledOf} events of {state.Plan.Name} to count as handled, got "
                + $"{books.Handled}.";
        }

        var isExact = state.Plan.IsProducer && scenario.IsAtLeastOnce && !state.Plan.Copies
            && (!scenario.Copies || (scenario.IsNobodyLeaving && !scenario.IsAnySelective));
        var early = books.Handled - journal.EndedOf(state);
        return isExact && early > 0 && early > GivenUp()
            ? $"Expected at most {journal.EndedOf(state)} confirmed events of {state.Plan.Name}, got {books.Handled}."
            : null;
    }

    // Where a wait for an old partition is given up, that may be an event's end.
    private long GivenUp() =>
        journal.Stages.Sum(static one => one.Books?.Invoke().DiscardedFor(DiscardCause.MoveTimedOut) ?? 0);

    // Nothing that came back waits while somebody wants it. Where a seat has one owner, at most max-demand is asked
    // for or unconfirmed, and as much can come back.
    private string? Unbounded(StageState state, ProducerBooks books)
    {
        foreach (var (partition, one) in books.Partitions.Index())
        {
            if (one is { Returned: > 0, Outstanding: > 0 } && !state.Plan.Copies && !state.Plan.IsKeyed
                && !state.Pauses.MayBe(partition) && !state.IsMoving)
            {
                return $"Expected no event of {state.Plan.Name} to come back and wait while it is wanted, got {one}.";
            }
        }

        if (!state.Plan.IsPartitioned || state.Plan.IsShared)
        {
            return null;
        }

        var all = scenario.Feeds(state.Plan).Sum(static wire => wire.MaxDemand);
        foreach (var seats in scenario.Feeds(state.Plan).GroupBy(static wire => wire.Partition))
        {
            if (seats.Key >= books.Partitions.Length)
            {
                continue;
            }

            // What comes back may have to go to another partition by now.
            var seat = books.Partitions[seats.Key];
            var demand = seats.Max(static wire => wire.MaxDemand);
            if (seats.All(Wire.IsRetained)
                && (seat.InFlight + seat.Outstanding > demand || seat.Returned > (state.IsToChange ? all : demand)))
            {
                return $"Expected at most max-demand, {demand}, of partition {seats.Key} of {state.Plan.Name} to be "
                    + $"outstanding, in flight or returned, got {seat}.";
            }
        }

        return null;
    }
}
