using System.Collections.Immutable;
using Party.Actors;
using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Demand.Partitions;
using Party.Demand.Sharing;
using Party.Demand.Subscriptions;
using Party.Storms.Defects;
using Party.Storms.Scenarios;

namespace Party.Storms.Stages;

/// <summary>From a plan to the options of a stage.</summary>
internal static class StormOptions
{
    /// <param name="state">The stage.</param>
    /// <param name="defect">What may replace its dispatcher; null for the product's own.</param>
    public static ProducerOptions<int> Of(StageState state, Defect? defect)
    {
        var plan = state.Plan;
        var dispatcher = Dispatcher(state);
        return new()
        {
            Dispatcher = new SeenOptions(defect?.Replace?.Invoke(dispatcher, plan) ?? dispatcher, state),
            Buffer = new() { Size = plan.BufferSize, Keep = BufferKeep.Last },
        };
    }

    public static SubscriptionOptions Of(Wire wire, StagePlan to) => new()
    {
        MaxDemand = wire.MaxDemand,
        MinDemand = wire.MinDemand,
        Cancel = wire.Cancel,
        Delivery = wire.Delivery,
        Confirmation = wire.Confirmation,
        Partition = wire.Partition < 0 ? null : $"{wire.Partition}",
        Selector = to.Dispatcher == DispatcherKind.BroadcastWithSelectors && Wire.IsSelective(wire) ? "some" : null,
    };

    private sealed record SeenOptions(DispatcherOptions<int> Inner, StageState State) : DispatcherOptions<int>
    {
        public override IDispatcher<int> Build()
        {
            // What a stage has it keeps over a restart.
            var dispatcher = Inner.Build();
            State.Dispatcher ??= dispatcher;
            return dispatcher;
        }
    }

    private static DispatcherOptions<int> Dispatcher(StageState state) => state.Plan.Dispatcher switch
    {
        DispatcherKind.Demand => new DemandDispatcherOptions<int>(),
        DispatcherKind.Broadcast => new BroadcastDispatcherOptions<int>(),
        DispatcherKind.BroadcastWithSelectors => new BroadcastDispatcherOptions<int>
        {
            Selectors = ImmutableDictionary<string, Func<int, bool>>.Empty.Add("some", item => item % 3 != 0),
        },
        _ => Partitions(state),
    };

    private static PartitionDispatcherOptions<int> Partitions(StageState state)
    {
        var plan = state.Plan;
        var map = MapPlan.Begin(plan.Partitions);
        var isSwapping = state.Defect == StageDefect.SwapsMaps;
        return new()
        {
            Partitions = PartitionNames.Numbered(plan.Partitions + (isSwapping ? MapPlan.MostAdded : 0)),
            Selector = PartitionSelector.ByIndex<int>(
                item => state.Select(item, isSwapping ? state.Changes.Newest : map)),
            Demand = plan.Dispatcher == DispatcherKind.PooledPartitions ? DemandScope.Pooled : DemandScope.PerPartition,
            Consumers = plan.Consumers,
            Key = plan.IsKeyed ? EventKey.By<int, int>(plan.KeyOf) : null,
            IsAddressed = plan.IsAddressed,
            ParkLimit = plan.Dispatcher == DispatcherKind.PooledPartitions
                ? PartitionDispatcherOptions<int>.Unbounded
                : plan.ParkLimit,
        };
    }
}
