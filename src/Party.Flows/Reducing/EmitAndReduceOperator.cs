using Party.Flows.Operators;

namespace Party.Flows.Reducing;

/// <summary>Makes one state of a window's events, and emits something for each of them besides.</summary>
internal sealed class EmitAndReduceOperator<TIn, TState, TOut>(
    Reducer<TState> reducer,
    Func<TState, TIn, (IEnumerable<TOut> Events, TState State)> func,
    EmitRule<TState, TOut> rule,
    PaneCell cell,
    Operator<TOut> following) : ReducingOperator<TIn, TState, TOut>(reducer, rule, cell, following)
{
    private readonly Batch<TOut> _emitted = new(following);

    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<TIn> events)
    {
        var box = Box;
        var index = 0;
        try
        {
            for (; index < events.Length; index++)
            {
                var (emitted, state) = func(box.State, events[index]);
                box.State = state;
                _emitted.AddAll(emitted);
            }
        }
        catch (Exception error)
        {
            throw FlowException.In(Name, events[index], error);
        }

        _emitted.Flush();
    }

    /// <inheritdoc/>
    public override void Hold(bool isHeld)
    {
        _emitted.IsHeld = isHeld;
        _emitted.Flush();
    }
}
