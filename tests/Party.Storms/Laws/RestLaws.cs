using Party.Demand.Dispatching;
using Party.Demand.Ledgers;
using Party.Storms.Scenarios;
using Party.Storms.Stages;

namespace Party.Storms.Laws;

/// <summary>What has to have happened when nothing is left to do.</summary>
internal sealed class RestLaws(Scenario scenario, Journal journal)
{
    /// <returns>What is left undone at a stage; null if nothing is.</returns>
    public string? Broken(StageState state)
    {
        // Where a consumer is stuck, others may wait for it.
        if (state.IsGone || state.Books is null || scenario.IsAnyStuck)
        {
            return null;
        }

        var books = state.Books();
        return Unchanged(state, books) ?? Starving(state, books) ?? Unasking(state, books)
            ?? Forgotten(state, books) ?? Missing(state);
    }

    /// <summary>
    /// What has to have happened when nothing is left to do but for consumers that do nothing: what is wanted of an
    /// addressed producer has been asked for, partition by partition, and made.
    /// </summary>
    /// <returns>What is left undone; null if nothing is.</returns>
    public string? Unserved(StageState state)
    {
        if (state.IsGone || state.Books?.Invoke() is not { } books)
        {
            return null;
        }

        if (!scenario.IsIsolated(state.Plan))
        {
            return scenario.IsAnyStuck ? null : new MoveRest(scenario, journal).Waiting(state, books);
        }

        var wanted = Roomy(state.Plan, books.Partitions.Where((_, at) => !state.Pauses.MayBe(at)));
        return books.Owed < wanted || (wanted > 0 && !state.IsExhausted)
            ? $"Expected every partition of {state.Plan.Name} to be served whatever the others do, got {wanted} wanted "
                + $"and {books.Owed} owed."
            : null;
    }

    // What is wanted, and would fit into the parks if nobody took it.
    private static long Roomy(StagePlan plan, IEnumerable<PartitionBooks> partitions) =>
        partitions.Sum(one => Math.Min(one.Outstanding, plan.ParkLimit - one.Parked));

    // Where every consumer has done all it can, no event waits for another partition.
    private string? Unchanged(StageState state, ProducerBooks books)
    {
        if (!state.Plan.IsPartitioned || scenario.FeedersOf(state.Plan).Any(static feeder => !feeder.IsConsumer))
        {
            return null;
        }

        var count = state.Changes.Now.Partitions;
        var removed = books.Partitions.Skip(count).Where((one, at) =>
            one.Returned + one.InFlight + one.Outstanding + state.WaitingFor(count + at) > 0).FirstOrDefault();
        return state.Changes.IsAnyUnderWay
            ? $"Expected every change of {state.Plan.Name} to be over at rest, got one that is not: {books}."
            : removed == default ? null
            : $"Expected nothing in a partition of {state.Plan.Name} that is no more, got {removed}.";
    }

    // At rest, demand that can be met has been met.
    private static string? Starving(StageState state, ProducerBooks books)
    {
        var plan = state.Plan;
        var outstanding = books.Partitions.Sum(partition => partition.Outstanding);
        var starving = books.Partitions.Where((one, at) =>
            one.Outstanding > 0 && state.WaitingFor(at) + one.Returned > 0).FirstOrDefault();
        if (starving.Outstanding > 0 && !plan.Copies && !state.Changes.IsAnyUnderWay)
        {
            return $"Expected nothing to wait in a partition of {plan.Name} while it is wanted, got {starving}.";
        }

        var waiting = books.Held + books.Buffered;
        if (!plan.IsPartitioned && waiting > 0 && outstanding > 0)
        {
            return $"Expected no event of {plan.Name} to wait while {outstanding} are wanted, got {waiting}.";
        }

        var wanted = plan.Dispatcher switch
        {
            DispatcherKind.PooledPartitions => outstanding - books.Parked,
            DispatcherKind.Partitions => books.Held > 0 ? 0 : outstanding,

            // Those that wait to move, or for demand elsewhere, take room.
            DispatcherKind.AddressedPartitions => books.Held > 0 ? 0 : Roomy(plan, books.Partitions),

            // Whoever has handled all it got wants at least one more, so that a broadcast waits for nobody at rest.
            _ => outstanding,
        };
        return plan.IsProducer && !state.IsExhausted && wanted > 0
            ? $"Expected {plan.Name} to have made what is wanted, got {wanted} outstanding and {books.Owed} owed."
            : null;
    }

    // A consumer at the end of the way has handled all it got, and wants more; and so does the partition that it is in.
    private string? Unasking(StageState state, ProducerBooks books)
    {
        if (!state.Plan.IsPartitioned || scenario.FeedersOf(state.Plan).Any(static feeder => !feeder.IsConsumer))
        {
            return null;
        }

        var unasking = books.Partitions
            .Where((one, partition) => one.Outstanding == 0 && IsServed(state, partition))
            .FirstOrDefault();
        return unasking == default
            ? null
            : $"Expected every partition of {state.Plan.Name} with a consumer to have demand at rest, got {unasking}.";
    }

    // A consumer at the end of the way has handled all it got, and said so, and wants more: nothing waits for it.
    private string? Forgotten(StageState state, ProducerBooks books)
    {
        if (!scenario.IsAllRetainedOf(state.Plan)
            || scenario.FeedersOf(state.Plan).Any(static feeder => !feeder.IsConsumer))
        {
            return null;
        }

        if (books.InFlight > 0)
        {
            return $"Expected nothing of {state.Plan.Name} in flight at rest, got {books}.";
        }

        for (var seat = 0; seat < books.Partitions.Length; seat++)
        {
            var one = books.Partitions[seat];
            if (one.Returned + state.WaitingFor(seat) > 0 && (IsServed(state, seat) || state.Plan.Copies))
            {
                return $"Expected nothing to wait for {seat} of {state.Plan.Name}, which has a consumer, got {one}.";
            }
        }

        return null;
    }

    // Whoever was in a partition that is added once more does not come back by itself.
    private bool IsServed(StageState state) => !state.IsToChange
        || Enumerable.Range(0, state.Changes.Now.Partitions).All(seat => IsServed(state, seat));

    private bool IsServed(StageState state, int seat) => journal.Stages.Any(one =>
        !one.IsGone && one.Current.ContainsValue(state.Plan.Name)
        && (!state.Plan.IsPartitioned || one.Plan.Wires.First(wire => wire.To == state.Plan.Name).Partition == seat));

    // If nobody left and nothing was dropped for want of room, all that was made has reached somebody.
    private string? Missing(StageState state)
    {
        if (!state.Plan.IsProducer || !scenario.IsEverythingToArrive || journal.Stages.Any(HasDropped)
            || !journal.Stages.All(IsServed))
        {
            return null;
        }

        foreach (var item in state.Emitted.Items)
        {
            if (!journal.HasEnded(item) && !(state.Plan.IsPartitioned && state.Plan.IsUnwanted(item)))
            {
                return $"Expected every event of {state.Plan.Name} to reach a consumer, got none for {item}.";
            }
        }

        return null;
    }

    private static bool HasDropped(StageState state) =>
        state.IsGone || !state.HasJoined || state.Books?.Invoke().DiscardedFor(DiscardCause.BufferFull) > 0
        || state.Books?.Invoke().DiscardedFor(DiscardCause.MoveTimedOut) > 0;
}
