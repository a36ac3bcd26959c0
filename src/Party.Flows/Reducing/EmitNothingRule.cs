using Party.Flows.Operators;

namespace Party.Flows.Reducing;

/// <summary>Nothing is emitted.</summary>
internal sealed class EmitNothingRule<TState, TOut> : EmitRule<TState, TOut>
{
    /// <inheritdoc/>
    public override TState Fire(TState state, in Firing firing, Batch<TOut> output) => state;
}
