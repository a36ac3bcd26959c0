using Akka.Actor;
using Party.Actors;
using Party.Flows.Stages;

namespace Party.Flows.Building;

/// <summary>Where the events of a layer go.</summary>
internal abstract class Outlet<TOut>
{
    /// <summary>A stage that sends them there.</summary>
    public abstract Props StageOf<TEntry>(
        StagePlan<TEntry, TOut> plan, Inflow<TEntry> inflow, SubscribeTo[] subscriptions);
}
