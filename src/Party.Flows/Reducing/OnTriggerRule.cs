using Party.Flows.Operators;

namespace Party.Flows.Reducing;

/// <summary>What a user's function makes of the state is emitted.</summary>
internal sealed class OnTriggerRule<TState, TOut>(
    string name, Func<TState, Firing, (IEnumerable<TOut> Events, TState State)> emit) : EmitRule<TState, TOut>
{
    /// <inheritdoc/>
    public override TState Fire(TState state, in Firing firing, Batch<TOut> output)
    {
        try
        {
            var (events, next) = emit(state, firing);
            output.AddAll(events);
            return next;
        }
        catch (Exception error)
        {
            throw FlowException.Without(
                name, $"when {firing.Window.Kind} window {firing.Window.Number} fired by {firing.Trigger}", error);
        }
    }
}
