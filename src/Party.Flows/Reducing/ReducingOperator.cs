using Party.Flows.Operators;
using Party.Flows.Windows;

namespace Party.Flows.Reducing;

/// <summary>Keeps one state for every window, and emits of it what a rule says when the window fires.</summary>
internal abstract class ReducingOperator<TIn, TState, TOut>(
    Reducer<TState> reducer, EmitRule<TState, TOut> rule, PaneCell cell, Operator<TOut> following)
    : PaneOperator<TIn, TOut>(cell, following)
{
    /// <summary>What the state is of the window whose events it is given.</summary>
    protected StateBox<TState> Box => BoxIn(ref State);

    /// <summary>The operator, as it is called in code.</summary>
    protected string Name => reducer.Name;

    /// <inheritdoc/>
    public override void Fire(Pane pane, in Firing firing)
    {
        var box = BoxIn(ref StateOf(pane));
        box.State = rule.Fire(box.State, firing, Made);
        Made.Flush();
    }

    /// <inheritdoc/>
    public override void Close(Pane pane)
    {
        rule.Close(pane.Window, Cell.Stage, Made);
        Made.Flush();
    }

    /// <inheritdoc/>
    protected override void MergeState(ref object? into, ref object? from)
    {
        if (from is not null)
        {
            var box = BoxIn(ref into);
            box.State = reducer.Merge(box.State, BoxIn(ref from).State);
        }
    }

    private StateBox<TState> BoxIn(ref object? slot) =>
        (StateBox<TState>)(slot ??= new StateBox<TState>(reducer.Begin()));
}
