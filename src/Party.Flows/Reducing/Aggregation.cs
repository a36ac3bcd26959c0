using Party.Flows.Building;
using Party.Flows.Keys;
using Party.Flows.Windows;

namespace Party.Flows.Reducing;

/// <summary>Events that become a state.</summary>
internal sealed class Aggregation<TEvent, TState>(
    Layer<TEvent> layer, Reducer<TState> reducer, Func<TState, TEvent, TState> func)
    : IReduction<TState>
{
    /// <inheritdoc/>
    public int Stages => layer.Shape.Options.Stages;

    /// <inheritdoc/>
    public Accumulation Accumulation => layer.Shape.Window?.Accumulation ?? Accumulation.Accumulate;

    /// <inheritdoc/>
    public Flow<TOut> Emit<TOut>(string name, EmitRule<TState, TOut> rule) => new(layer
        .Keeping<TEvent, TOut>(
            $"{reducer.Name}, {name}",
            (cell, following) => new AggregateOperator<TEvent, TState, TOut>(reducer, func, rule, cell, following))
        .Emitted(reducer.Name));
}
