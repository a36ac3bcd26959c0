using Party.Flows.Building;
using Party.Flows.Keys;
using Party.Flows.Reducing;
using Party.Flows.Windows;

namespace Party.Flows;

/// <content>Events that become a state in every stage.</content>
public partial class Flow<TEvent>
{
    /// <summary>
    /// What follows works window by window. Something has to: a flow with a window can't be run before.
    /// </summary>
    /// <exception cref="InvalidOperationException">The events have been reduced in these stages already.</exception>
    public WindowedFlow<TEvent> Window(Window<TEvent> window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return new WindowedFlow<TEvent>(this, window);
    }

    /// <summary>Makes one state of all events of a stage.</summary>
    /// <remarks>Every stage has its own: <see cref="Reduction{TState}.Combine"/> makes one of them.</remarks>
    /// <param name="seed">The state before the first event.</param>
    /// <param name="func">Adds an event to the state.</param>
    /// <exception cref="InvalidOperationException">The events have been reduced in these stages already.</exception>
    public Reduction<TState> Aggregate<TState>(TState seed, Func<TState, TEvent, TState> func) =>
        Aggregate(() => seed, func);

    /// <summary>Makes one state of all events of a stage.</summary>
    /// <remarks>Every stage has its own: <see cref="Reduction{TState}.Combine"/> makes one of them.</remarks>
    /// <param name="seed">Makes the state before the first event: a new one, where it is changed afterwards.</param>
    /// <param name="func">Adds an event to the state.</param>
    /// <exception cref="InvalidOperationException">The events have been reduced in these stages already.</exception>
    public Reduction<TState> Aggregate<TState>(Func<TState> seed, Func<TState, TEvent, TState> func)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(func);
        var layer = Unreduced(nameof(Aggregate));
        layer.Shape.Check(nameof(Aggregate), combines: false);
        return new(new Aggregation<TEvent, TState>(layer, new(nameof(Aggregate), seed), func));
    }

    /// <summary>Emits something for every event, and makes one state of all events of a stage.</summary>
    /// <param name="seed">Makes the state before the first event: a new one, where it is changed afterwards.</param>
    /// <param name="func">From the state and an event to what is emitted and the next state.</param>
    /// <exception cref="InvalidOperationException">The events have been reduced in these stages already.</exception>
    public EmittingReduction<TState, TResult> EmitAndAggregate<TState, TResult>(
        Func<TState> seed, Func<TState, TEvent, (IEnumerable<TResult> Events, TState State)> func)
    {
        ArgumentNullException.ThrowIfNull(seed);
        ArgumentNullException.ThrowIfNull(func);
        var layer = Unreduced(nameof(EmitAndAggregate));
        layer.Shape.Check(nameof(EmitAndAggregate), combines: false);
        return new(rule => EmitAndAggregate(layer, seed, func, rule));
    }

    internal static Flow<TResult> EmitAndAggregate<TState, TResult>(
        Layer<TEvent> layer,
        Func<TState> seed,
        Func<TState, TEvent, (IEnumerable<TResult> Events, TState State)> func,
        EmitRule<TState, TResult> rule)
    {
        var reducer = new Reducer<TState>(nameof(EmitAndAggregate), seed);
        return new(layer.Keeping<TEvent, TResult>(
            reducer.Name,
            (cell, following) =>
                new EmitAndReduceOperator<TEvent, TState, TResult>(reducer, func, rule, cell, following))
            .Emitted(reducer.Name));
    }

    internal Layer<TEvent> Unreduced(string name) => Layer.Shape.Reduced is { } reduced
        ? throw new InvalidOperationException(
            $"Expected {name} on events that these stages have not reduced yet, got those that {reduced} emits. "
            + $"Share them out anew first, by {nameof(PartitionBy)}, {nameof(Partition)} or {nameof(Shuffle)}.")
        : Layer;
}
