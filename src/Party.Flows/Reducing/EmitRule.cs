using Party.Flows.Operators;
using Party.Flows.Windows;

namespace Party.Flows.Reducing;

/// <summary>What a window emits of its state.</summary>
internal abstract class EmitRule<TState, TOut>
{
    /// <summary>The window fires.</summary>
    /// <returns>The state that it goes on with.</returns>
    public abstract TState Fire(TState state, in Firing firing, Batch<TOut> output);

    /// <summary>The window is over.</summary>
    public virtual void Close(OpenWindow window, int stage, Batch<TOut> output)
    {
    }
}
