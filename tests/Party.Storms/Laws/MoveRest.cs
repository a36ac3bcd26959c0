using Party.Demand.Ledgers;
using Party.Storms.Scenarios;
using Party.Storms.Stages;

namespace Party.Storms.Laws;

/// <summary>What holds of a change that waits, when nothing is left to do but for consumers that do nothing.</summary>
internal sealed class MoveRest(Scenario scenario, Journal journal)
{
    /// <returns>What waits although it does not move; null if nothing does.</returns>
    public string? Waiting(StageState state, ProducerBooks books)
    {
        var (before, now) = (state.Changes.Before, state.Changes.Now);

        // Where a park is full of what moves, all that comes after is held.
        if (before == now || books.Held + books.Buffered > 0 || state.IsHurried || !IsNothingLost(state))
        {
            return null;
        }

        foreach (var item in state.Emitted.Items)
        {
            var key = state.Plan.KeyOf(item);
            var partition = now.Of(key);
            if (before.Of(key) == partition && !state.Plan.IsUnwanted(item) && !journal.HasHandled(state, item)
                && books.Partitions[partition].Outstanding > 0 && IsAtWork(state, partition))
            {
                return $"Expected no event of {state.Plan.Name} that stays where it was to wait for a change, got "
                    + $"{item} that does: {books}.";
            }
        }

        return null;
    }

    private bool IsAtWork(StageState state, int partition) => !state.Pauses.MayBe(partition)
        && scenario.FeedersOf(state.Plan)
            .Where(one => one.Wires.Any(wire => wire.To == state.Plan.Name && wire.Partition == partition))
            .All(one => one.IsConsumer && journal[one.Name].Frozen is null);

    private bool IsNothingLost(StageState state) => scenario.IsAllRetainedOf(state.Plan)
        || scenario.Acts.All(static act => act.Kind is not (ActKind.Crash or ActKind.Stop or ActKind.Cancel));
}
