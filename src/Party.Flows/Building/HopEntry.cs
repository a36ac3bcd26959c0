using Party.Demand.Partitions;
using Party.Demand.Sharing;

namespace Party.Flows.Building;

/// <summary>The events of other layers, which a dispatcher shares out.</summary>
internal sealed class HopEntry<TEvent>(IReadOnlyList<Layer<TEvent>> before, Hop<TEvent> hop) : Entry<TEvent>
{
    /// <inheritdoc/>
    public override Inflow<TEvent> Start(FlowStarter starter, int stages, Shape shape)
    {
        var dispatcher = hop.DispatcherFor(stages);
        if (dispatcher is BroadcastDispatcherOptions<TEvent>)
        {
            starter.CheckBroadcast();
        }

        var outlet = new DispatchedOutlet<TEvent>(dispatcher);
        var producers = before.SelectMany(layer => layer.Start(starter, outlet)).ToArray();
        starter.Await(stages);
        return new() { Producers = producers, IsPartitioned = dispatcher is PartitionDispatcherOptions<TEvent> };
    }

    /// <inheritdoc/>
    public override string Describe(FlowOutline outline)
    {
        var numbers = before.Select(layer => layer.Describe(outline, hop.Text)).ToArray();
        return $"from {string.Join(" and ", numbers)}";
    }
}
