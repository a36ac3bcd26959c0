using Party.Flows.Windows;

namespace Party.Flows.Operators;

/// <summary>A step that keeps something for every window.</summary>
internal abstract class PaneOperator<TIn, TOut> : Operator<TIn, TOut>, IPaneState
{
    private readonly int _slot;

    protected PaneOperator(PaneCell cell, Operator<TOut> following)
        : base(following)
    {
        Cell = cell;
        _slot = cell.Add(this);
        Made = new(following);
    }

    /// <summary>The window that it works in.</summary>
    protected PaneCell Cell { get; }

    /// <summary>What is emitted, and not handed on yet.</summary>
    protected Batch<TOut> Made { get; }

    /// <summary>What it keeps for the window whose events it is given; null at first.</summary>
    protected ref object? State => ref Cell.Current[_slot];

    /// <inheritdoc/>
    public override void End()
    {
        Cell.End();
        base.End();
    }

    /// <inheritdoc/>
    public abstract void Fire(Pane pane, in Firing firing);

    /// <inheritdoc/>
    public virtual void Close(Pane pane)
    {
    }

    /// <inheritdoc/>
    public virtual void Merge(Pane into, Pane from) => MergeState(ref into[_slot], ref from[_slot]);

    /// <inheritdoc/>
    public virtual void Hold(bool isHeld)
    {
    }

    /// <summary>What it keeps for a window.</summary>
    protected ref object? StateOf(Pane pane) => ref pane[_slot];

    /// <summary>Puts what it keeps for one window together with what it keeps for another.</summary>
    protected abstract void MergeState(ref object? into, ref object? from);
}
