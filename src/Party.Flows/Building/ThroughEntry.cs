using Akka.Actor;
using Party.Demand.Sharing;

namespace Party.Flows.Building;

/// <summary>What a user's own stages make of the events of another layer.</summary>
internal sealed class ThroughEntry<TIn, TEvent>(Layer<TIn> before, IReadOnlyList<Props> between) : Entry<TEvent>
{
    /// <inheritdoc/>
    public override Inflow<TEvent> Start(FlowStarter starter, int stages, Shape shape)
    {
        var first = before.Start(starter, new DispatchedOutlet<TIn>(new DemandDispatcherOptions<TIn>()));
        var own = starter.StartOwn(between, after: first);
        starter.Await(stages);
        return new() { Producers = own };
    }

    /// <inheritdoc/>
    public override string Describe(FlowOutline outline)
    {
        var text = $"{between.Count} own {(between.Count == 1 ? "stage" : "stages")}";
        return $"from {before.Describe(outline, text)} through {text}";
    }
}
