using Akka.Actor;
using Party.Actors;
using Party.Demand.Subscriptions;
using Party.Flows.Operators;
using Party.Flows.Stages;

namespace Party.Flows.Building;

/// <summary>A layer, with where its events come from.</summary>
internal sealed class Layer<TEntry, TOut>(
    Entry<TEntry> entry, Shape shape, Func<StageScope, Operator<TOut>, Operator<TEntry>> chain) : Layer<TOut>(shape)
{
    // Where there is nothing to do side by side, what reads a sequence hands it on itself.
    private int Stages => entry.IsSequential && Shape.Steps.IsEmpty ? 1 : Shape.Options.Stages;

    /// <inheritdoc/>
    public override Layer<TNext> Then<TNext>(Shape shape, Func<StageScope, Operator<TNext>, Operator<TOut>> make) =>
        new Layer<TEntry, TNext>(entry, shape, (scope, following) => chain(scope, make(scope, following)));

    /// <inheritdoc/>
    public override IReadOnlyList<IActorRef> Start(FlowStarter starter, Outlet<TOut> outlet)
    {
        var stages = Stages;
        var inflow = entry.Start(starter, stages, Shape);
        var number = starter.NextLayer();
        var started = new IActorRef[stages];
        for (var index = 0; index < stages; index++)
        {
            var plan = new StagePlan<TEntry, TOut>(chain, index, stages, starter.NewCounters(number, Shape))
            {
                Cuts = Shape.Options.NewCuts(),
                KeepsBatches = Shape.KeepsBatches,
                OnStart = Shape.Options.OnStart,
            };
            var subscriptions = SubscriptionsOf(inflow, index, starter);
            started[index] = starter.Start(outlet.StageOf(plan, inflow, subscriptions), $"{number}-{index}");
        }

        if (inflow.Blocks is not null)
        {
            starter.Hold(started);
        }

        return started;
    }

    /// <inheritdoc/>
    public override int Describe(FlowOutline outline, string outlet)
    {
        var source = entry.Describe(outline);
        return outline.Add(source, Shape.Steps, Stages, outlet);
    }

    private SubscribeTo[] SubscriptionsOf(Inflow<TEntry> inflow, int index, FlowStarter starter) =>
        [.. inflow.Producers.Select(producer => new SubscribeTo(producer, new()
        {
            MaxDemand = Shape.Options.MaxDemand,
            MinDemand = Shape.Options.MinDemand,
            Partition = inflow.PartitionOf(index),
            Cancel = CancelMode.Temporary,
            Delivery = starter.Delivery,
        }))];
}
