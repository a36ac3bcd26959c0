using Akka.Actor;
using Party.Actors;
using Party.Flows.Running;
using Party.Flows.Stages;

namespace Party.Flows.Building;

/// <summary>The events leave the flow in the stage that made them.</summary>
internal sealed class SinkOutlet<TOut>(Sink<TOut> sink) : Outlet<TOut>
{
    /// <inheritdoc/>
    public override Props StageOf<TEntry>(
        StagePlan<TEntry, TOut> plan, Inflow<TEntry> inflow, SubscribeTo[] subscriptions) => inflow.Blocks is { } blocks
        ? Props.Create(() => new OnlyStage<TEntry, TOut>(plan, blocks, sink))
        : Props.Create(() => new LastStage<TEntry, TOut>(plan, sink, subscriptions));
}
