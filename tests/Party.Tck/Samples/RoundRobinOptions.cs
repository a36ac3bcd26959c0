using Party.Demand.Dispatching;

namespace Party.Tck.Samples;

/// <summary>Every consumer that has demand gets one event in turn.</summary>
public sealed record RoundRobinOptions<TEvent> : DispatcherOptions<TEvent>
{
    /// <inheritdoc/>
    public override IDispatcher<TEvent> Build() => new RoundRobin<TEvent>();
}
