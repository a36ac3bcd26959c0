using Akka.Actor;
using Party.Demand.Sharing;

namespace Party.Flows.Building;

/// <summary>What a user's own stages make of the events of another layer.</summary>
/// <param name="before">The other layer.</param>
/// <param name="count">How many stages they are.</param>
/// <param name="connect">Starts or finds them, and lets them subscribe to those before.</param>
internal sealed class ThroughEntry<TIn, TEvent>(
    Layer<TIn> before,
    int count,
    Func<FlowStarter, IReadOnlyList<IActorRef>, IReadOnlyList<IActorRef>> connect) : Entry<TEvent>
{
    /// <inheritdoc/>
    public override Inflow<TEvent> Start(FlowStarter starter, int stages, Shape shape)
    {
        var first = before.Start(starter, new DispatchedOutlet<TIn>(new DemandDispatcherOptions<TIn>()));
        var between = connect(starter, first);
        starter.Await(stages);
        return new() { Producers = between };
    }

    /// <inheritdoc/>
    public override string Describe(FlowOutline outline)
    {
        var text = $"{count} own {(count == 1 ? "stage" : "stages")}";
        return $"from {before.Describe(outline, text)} through {text}";
    }
}
