using Party.Flows.Reducing;

namespace Party.Flows;

/// <summary>
/// Events that become a state in every stage and window, while something is emitted for each of them. What is emitted
/// of the state besides is to be said next.
/// </summary>
public sealed class EmittingReduction<TState, TResult>
{
    private readonly Func<EmitRule<TState, TResult>, Flow<TResult>> _emit;

    internal EmittingReduction(Func<EmitRule<TState, TResult>, Flow<TResult>> emit) => _emit = emit;

    /// <summary>Emits nothing of the state.</summary>
    public Flow<TResult> EmitNothing() => _emit(new EmitNothingRule<TState, TResult>());

    /// <summary>Emits what a function makes of the state, and goes on with the state.</summary>
    public Flow<TResult> OnTrigger(Func<TState, IEnumerable<TResult>> emit)
    {
        ArgumentNullException.ThrowIfNull(emit);
        return OnTrigger((state, _) => (emit(state), state));
    }

    /// <summary>Emits what a function makes of the state, and goes on with the state that it returns.</summary>
    /// <param name="emit">It is told which window fires, why, and in which stage.</param>
    public Flow<TResult> OnTrigger(Func<TState, Firing, (IEnumerable<TResult> Events, TState State)> emit)
    {
        ArgumentNullException.ThrowIfNull(emit);
        return _emit(new OnTriggerRule<TState, TResult>(nameof(OnTrigger), emit));
    }
}
