using Party.Flows.Operators;

namespace Party.Flows.Reducing;

/// <summary>The state is emitted.</summary>
internal sealed class EmitStateRule<TState> : EmitRule<TState, TState>
{
    /// <inheritdoc/>
    public override TState Fire(TState state, in Firing firing, Batch<TState> output)
    {
        output.Add(state);
        return state;
    }
}
