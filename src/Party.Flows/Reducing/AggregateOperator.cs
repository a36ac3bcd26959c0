using Party.Flows.Operators;

namespace Party.Flows.Reducing;

/// <summary>Makes one state of a window's events.</summary>
internal sealed class AggregateOperator<TIn, TState, TOut>(
    Reducer<TState> reducer,
    Func<TState, TIn, TState> func,
    EmitRule<TState, TOut> rule,
    PaneCell cell,
    Operator<TOut> following) : ReducingOperator<TIn, TState, TOut>(reducer, rule, cell, following)
{
    /// <inheritdoc/>
    public override void Next(ReadOnlySpan<TIn> events)
    {
        var box = Box;
        var state = box.State;
        var index = 0;
        try
        {
            for (; index < events.Length; index++)
            {
                state = func(state, events[index]);
            }
        }
        catch (Exception error)
        {
            throw FlowException.In(Name, events[index], error);
        }

        box.State = state;
    }
}
