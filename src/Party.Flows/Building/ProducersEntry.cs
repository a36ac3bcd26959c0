using Akka.Actor;

namespace Party.Flows.Building;

/// <summary>The events of producers that are there already.</summary>
internal sealed class ProducersEntry<TEvent>(IReadOnlyList<IActorRef> producers) : Entry<TEvent>
{
    /// <inheritdoc/>
    public override Inflow<TEvent> Start(FlowStarter starter, int stages, Shape shape)
    {
        starter.Await(stages);
        return new() { Producers = producers };
    }

    /// <inheritdoc/>
    public override string Describe(FlowOutline outline) => nameof(Flow.FromProducers);
}
