using Party.Demand.Ledgers;
using Party.Storms.Scenarios;
using Party.Storms.Stages;

namespace Party.Storms.Laws;

/// <summary>What holds of the partitions of a producing stage, after every step.</summary>
internal sealed class PartitionLaws(Scenario scenario)
{
    /// <returns>What is wrong with the partitions of a stage; null if nothing is.</returns>
    public string? Broken(StageState state) =>
        !state.Plan.IsPartitioned || state.Books is null ? null : Broken(state, state.Books());

    private string? Broken(StageState state, ProducerBooks books)
    {
        var plan = state.Plan;
        foreach (var (partition, one) in books.Partitions.Index())
        {
            // What is parked may be of a key that somebody else has, or that moves.
            if (one.Outstanding > 0 && state.WaitingFor(partition) > 0 && !plan.IsKeyed
                && !state.Pauses.MayBe(partition) && !state.IsMoving)
            {
                return $"Expected no partition of {plan.Name} to have demand and parked events, got {one}.";
            }

            if (plan.Dispatcher != DispatcherKind.PooledPartitions && one.Parked > plan.ParkLimit)
            {
                return $"Expected at most {plan.ParkLimit} parked in a partition of {plan.Name}, got {one}.";
            }
        }

        if (state.Pauses.Served(books) is { } served)
        {
            return $"Expected a partition of {plan.Name} that is paused to hand nothing on, got {served}.";
        }

        var demand = scenario.Feeds(plan).Sum(static wire => wire.MaxDemand);
        return books.Held > demand
            ? $"Expected {plan.Name} to hold at most what all ask for, {demand}, got {books.Held}."
            : scenario.IsIsolated(plan) ? Dependent(plan, books) : null;
    }

    private static string? Dependent(StagePlan plan, ProducerBooks books) => books.Held > 0
        ? $"Expected {plan.Name} to make no partition wait for another, got {books.Held} held."
        : null;
}
