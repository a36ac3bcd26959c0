using Akka.Actor;
using Party.Actors;
using Party.Demand.Buffering;
using Party.Demand.Dispatching;
using Party.Flows.Stages;

namespace Party.Flows.Building;

/// <summary>The events go to other stages, by a dispatcher.</summary>
internal sealed class DispatchedOutlet<TOut>(DispatcherOptions<TOut> dispatcher) : Outlet<TOut>
{
    /// <inheritdoc/>
    public override Props StageOf<TEntry>(
        StagePlan<TEntry, TOut> plan, Inflow<TEntry> inflow, SubscribeTo[] subscriptions)
    {
        var options = new ProducerOptions<TOut>
        {
            Dispatcher = dispatcher,
            Buffer = new() { Size = EventBufferOptions.Infinite },
            DemandMode = inflow.Blocks is null ? DemandMode.Forward : DemandMode.Accumulate,
        };
        return inflow.Blocks is { } blocks
            ? Props.Create(() => new FirstStage<TEntry, TOut>(plan, blocks, options))
            : Props.Create(() => new MiddleStage<TEntry, TOut>(plan, options, subscriptions));
    }
}
